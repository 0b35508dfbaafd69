import { Icon } from '../look/icon.tsx';
import type { Tone } from '../look/tones.ts';

const noTone: Tone = { tone: 'unknown', icon: 'unknown' };

/** The first line of a card: whose tenant, and what we know of it. */
export function TenantLine({
  title,
  text,
  tone = noTone,
}: {
  readonly title: string;
  readonly text: string;
  readonly tone?: Tone;
}) {
  return (
    <div class={`lk-tenant s-${tone.tone}`}>
      <Icon name={tone.icon} />
      <div>
        <b>
          <bdi>{title}</bdi>
        </b>
        <small>{text}</small>
      </div>
    </div>
  );
}
