import type { EvidenceLevel } from '@latchkey/shared/validation/verdict';
import { html, raw } from 'hono/html';
import type { Html } from './sentence.ts';

/** Each state has its own silhouette, so that it is known without colour. `cut` is drawn in the colour of the ground. */
const drawings = {
  working:
    '<circle cx="8" cy="8" r="7" fill="currentColor"/><path class="cut" d="M4.8 8.3l2.2 2.2 4.2-4.6" stroke-width="1.75"/>',
  degraded:
    '<path d="M8 1.2c.6 0 1 .3 1.3.8l5.7 10.5c.5 1-.1 2-1.2 2H2.2c-1.1 0-1.700-1-1.200-2L6.700 2c.3-.5.7-.8 1.300-.8z" fill="currentColor"/><path class="cut" d="M8 5.600v3.600M8 12v.01" stroke-width="1.75"/>',
  settling:
    '<path class="line" d="M3.500 1.700h9M3.500 14.300h9M4.600 1.700v2.200c0 1.500 3.400 2.700 3.400 4.100 0 1.400-3.400 2.600-3.400 4.100v2.200h6.800v-2.200c0-1.500-3.400-2.700-3.400-4.100 0-1.400 3.400-2.600 3.400-4.100V1.700"/><path d="M5.600 13.300c0-1.300 1.200-1.900 2.400-2.800 1.200.9 2.400 1.500 2.400 2.800zM6 4.600h4L8 6.900z" fill="currentColor"/>',
  action:
    '<path d="M7 1.100a1.400 1.400 0 0 1 2 0L14.900 7a1.400 1.400 0 0 1 0 2L9 14.900a1.400 1.400 0 0 1-2 0L1.100 9a1.400 1.400 0 0 1 0-2z" fill="currentColor"/><path class="cut" d="M8 4.600v4M8 11.400v.01" stroke-width="1.75"/>',
  blocked:
    '<path d="M5.200 1h5.600L15 5.200v5.600L10.800 15H5.200L1 10.800V5.200z" fill="currentColor"/><path class="cut" d="M4.700 8h6.600" stroke-width="1.75"/>',
  unreachable:
    '<path class="line" d="M1.300 6.300a9.600 9.600 0 0 1 13.400 0M4 9.300a5.800 5.800 0 0 1 8 0" stroke-width="1.7"/><circle cx="8" cy="12.700" r="1.500" fill="currentColor"/><path class="cut" d="M2.600 1.600l10.800 12.800" stroke-width="4"/><path class="line" d="M2.600 1.600l10.800 12.800" stroke-width="1.7"/>',
  unknown:
    '<circle class="line" cx="8" cy="8" r="6.600" stroke-width="1.3" stroke-dasharray="2.300 1.850"/><path class="line" d="M6.200 6.500c0-1 .8-1.700 1.800-1.700s1.800.7 1.800 1.600c0 1.200-1.800 1.300-1.800 2.500M8 11.300v.01"/>',
  check: '<path class="line" d="M3 8.400l3.200 3.200L13 4.600" stroke-width="2"/>',
  cross: '<path class="line" d="M4 4l8 8M12 4l-8 8" stroke-width="1.8"/>',
  swap: '<path class="line" d="M2 5.500h10.500M10 3l2.500 2.500L10 8M14 10.500H3.500M6 8l-2.500 2.500L6 13"/>',
} as const;

export type Icon = keyof typeof drawings;

/** An icon beside its word; a screen reader hears the word only. */
export const icon = (name: Icon): Html =>
  html`<svg class="lk-icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">${raw(drawings[name])}</svg>`;

const teeth: Readonly<Record<EvidenceLevel, number>> = { none: 0, redirect: 1, token: 2, grants: 3, probe: 4 };

/** The cut key: one more tooth for each level of evidence. Always with its word beside it. */
export function cutKey(level: EvidenceLevel): Html {
  const tooth = (x: number, index: number): string =>
    index < teeth[level]
      ? `<rect x="${x}" y="6" width="4" height="5" rx=".5"/>`
      : `<rect class="uncut" x="${x}" y="6" width="4" height="1.5" rx=".5"/>`;
  const bit = [13.5, 20.1, 26.7, 33.3].map(tooth).join('');
  return html`<svg viewBox="0 0 40 12" aria-hidden="true" focusable="false">
    <circle class="bow" cx="5.5" cy="5.5" r="3.6" />
    <g fill="currentColor">
      <rect x="9" y="4" width="31" height="2.8" rx="1" />
      ${raw(bit)}
    </g>
  </svg>`;
}
