import { Icon } from '../look/icon.tsx';
import type { IconName } from '../look/shapes.ts';
import type { Tone } from '../look/tones.ts';

interface LineProps {
  readonly icon: IconName;
  readonly title: string;
  readonly text?: string;
  readonly more?: string;
  readonly tone?: Tone['tone'];
}

/** One thing that was looked at before anything is sent. */
export function PreflightLine({ icon, title, text, more, tone }: LineProps) {
  return (
    <li class={tone === undefined ? 'lk-check' : `lk-check s-${tone}`}>
      <Icon name={icon} />
      <div>
        {title}
        {text !== undefined && (
          <small>
            <bdi>{text}</bdi>
          </small>
        )}
        {more !== undefined && <small>{more}</small>}
      </div>
    </li>
  );
}
