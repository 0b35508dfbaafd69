import type { Tone } from '../look/tones.ts';
import type { PageGuide } from '../messaging/page-guide.ts';

type Line = NonNullable<PageGuide['lines']>[number];
type Shown = Line['finding'] | 'optional_missing';

export const findingTones = {
  missing: { tone: 'action', icon: 'action' },
  one_person: { tone: 'action', icon: 'action' },
  disabled: { tone: 'action', icon: 'action' },
  optional_missing: { tone: 'degraded', icon: 'degraded' },
  surplus: { tone: 'degraded', icon: 'plus' },
  skipped: { tone: 'unknown', icon: 'unknown' },
  granted: { tone: 'working', icon: 'working' },
} as const satisfies Record<Shown, Tone>;

const order = Object.keys(findingTones) as Shown[];

/** What stands still comes first, what is granted last. */
export const linesInOrder = (lines: readonly Line[]): readonly (Line & { readonly shown: Shown })[] =>
  lines
    .map((line) => ({
      ...line,
      shown: line.finding === 'missing' && !line.required ? ('optional_missing' as const) : line.finding,
    }))
    .toSorted((one, other) => order.indexOf(one.shown) - order.indexOf(other.shown));
