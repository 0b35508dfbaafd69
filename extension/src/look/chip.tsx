import type { EvidenceLevel } from '@latchkey/shared/validation/verdict';
import { Icon } from './icon.tsx';
import type { Tone } from './tones.ts';

interface ChipProps {
  readonly tone: Tone;
  readonly word: string;
  /** In rows: icon and word without a wash. */
  readonly plain?: boolean;
  /** A proof older than a day: outlined. */
  readonly ageing?: boolean;
}

/** A state: icon and word. */
export function Chip({ tone: { tone, icon }, word, plain = false, ageing = false }: ChipProps) {
  const classes = ['lk-chip', `s-${tone}`, plain && 'is-plain', ageing && 'is-ageing'].filter(Boolean).join(' ');
  return (
    <span class={classes}>
      <Icon name={icon} />
      <span>{word}</span>
    </span>
  );
}

const ladder: readonly EvidenceLevel[] = ['none', 'redirect', 'token', 'grants', 'probe'];
const teeth = [13.5, 20.1, 26.7, 33.3];

/** The cut key: one more tooth for each level that was proved. Always with its word beside it. */
export function CutKey({ evidence }: { readonly evidence: EvidenceLevel }) {
  const level = ladder.indexOf(evidence);
  return (
    <svg viewBox="0 0 40 12" aria-hidden="true">
      <circle cx="5.5" cy="5.5" r="3.6" fill="none" stroke="currentColor" stroke-width="2.2" />
      <g fill="currentColor">
        <rect x="9" y="4" width="31" height="2.8" rx="1" />
        {teeth.map((x, index) => (
          <rect
            key={x}
            x={x}
            y="6"
            width="4"
            height={index < level ? '5' : '1.5'}
            class={index < level ? '' : 'uncut'}
            rx=".5"
          />
        ))}
      </g>
    </svg>
  );
}
