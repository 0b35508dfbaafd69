import { shapes, type IconName, type Shape, type Stroke } from './shapes.ts';

const round = { 'stroke-linecap': 'round', 'stroke-linejoin': 'round', fill: 'none' } as const;
const beneath = 'var(--lk-cut, var(--lk-surface))';

const strokes = {
  line: { stroke: 'currentColor', 'stroke-width': '1.4', ...round },
  bold: { stroke: 'currentColor', 'stroke-width': '1.8', ...round },
  fill: { fill: 'currentColor' },
  cut: { stroke: beneath, 'stroke-width': '1.75', ...round },
  moat: { stroke: beneath, 'stroke-width': '4', fill: 'none' },
} as const satisfies Record<Stroke, object>;

/** One of our icons. It only repeats what a word beside it says, so it is hidden from screen readers. */
export function Icon({ name, flips = false }: { readonly name: IconName; readonly flips?: boolean }) {
  const drawn: readonly Shape[] = shapes[name];
  return (
    <svg class={flips ? 'lk-icon lk-flip' : 'lk-icon'} viewBox="0 0 16 16" aria-hidden="true">
      {name === 'unknown' && (
        <circle
          cx="8"
          cy="8"
          r="6.6"
          stroke="currentColor"
          stroke-width="1.3"
          stroke-dasharray="2.3 1.85"
          fill="none"
        />
      )}
      {drawn.map(({ d, stroke }) => (
        <path key={d} d={d} {...strokes[stroke]} />
      ))}
    </svg>
  );
}
