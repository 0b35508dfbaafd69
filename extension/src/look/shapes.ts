/** How a stroke is drawn: `line` and its two heavier sisters, `fill`, and `cut` (drawn in the colour of what lies beneath). */
export type Stroke = 'line' | 'bold' | 'fill' | 'cut' | 'moat';

export interface Shape {
  readonly stroke: Stroke;
  readonly d: string;
}

const line = (d: string): Shape => ({ stroke: 'line', d });
const bold = (d: string): Shape => ({ stroke: 'bold', d });
const fill = (d: string): Shape => ({ stroke: 'fill', d });
const cut = (d: string): Shape => ({ stroke: 'cut', d });

/** A circle as a path, so that every icon is made of one thing. */
const ring = (x: number, y: number, r: number): string =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;

/** Every icon, on a grid of 16. Each state has a silhouette of its own, so that it survives without colour. */
export const shapes = {
  working: [fill(ring(8, 8, 7)), cut('M4.8 8.3l2.2 2.2 4.2-4.6')],
  degraded: [
    fill('M8 1.2c.6 0 1 .3 1.3.8l5.7 10.5c.5 1-.1 2-1.2 2H2.2c-1.1 0-1.7-1-1.2-2L6.7 2c.3-.5.7-.8 1.3-.8z'),
    cut('M8 5.6v3.6M8 12v.01'),
  ],
  settling: [
    line('M3.5 1.7h9M3.5 14.3h9'),
    line(
      'M4.6 1.7v2.2c0 1.5 3.4 2.7 3.4 4.1 0 1.4-3.4 2.6-3.4 4.1v2.2h6.8v-2.2c0-1.5-3.4-2.7-3.4-4.1 0-1.4 3.4-2.6 3.4-4.1V1.7',
    ),
    fill('M5.6 13.3c0-1.3 1.2-1.9 2.4-2.8 1.2.9 2.4 1.5 2.4 2.8zM6 4.6h4L8 6.9z'),
  ],
  action: [
    fill('M7 1.1a1.4 1.4 0 0 1 2 0L14.9 7a1.4 1.4 0 0 1 0 2L9 14.9a1.4 1.4 0 0 1-2 0L1.1 9a1.4 1.4 0 0 1 0-2z'),
    cut('M8 4.6v4M8 11.4v.01'),
  ],
  blocked: [fill('M5.2 1h5.6L15 5.2v5.6L10.8 15H5.2L1 10.8V5.2z'), cut('M4.7 8h6.6')],
  unreachable: [
    bold('M1.3 6.3a9.6 9.6 0 0 1 13.4 0M4 9.3a5.8 5.8 0 0 1 8 0'),
    fill(ring(8, 12.7, 1.5)),
    { stroke: 'moat', d: 'M2.6 1.6l10.8 12.8' },
    bold('M2.6 1.6l10.8 12.8'),
  ],
  unknown: [line('M6.2 6.5c0-1 .8-1.7 1.8-1.7s1.8.7 1.8 1.6c0 1.2-1.8 1.3-1.8 2.5M8 11.3v.01')],
  customer: [line('M2.5 14.5v-12h7v12M9.5 6.5h4v8M1 14.5h14M5 5.3h2M5 8h2M5 10.7h2')],
  provider: [line('M3 10V7.5a5 5 0 0 1 10 0V10M3 8.5H2v3.5h2V8.5zM13 8.5h1v3.5h-2V8.5zM13 12c0 1.6-1.7 2.5-4 2.5')],
  microsoft: [line('M4.5 12.5a3 3 0 0 1-.3-6 4 4 0 0 1 7.7-.6 3.3 3.3 0 0 1-.4 6.6z')],
  nobody: [line(ring(8, 8, 6)), line('M5.5 8h5')],
  mail: [line('M1.7 3.5h12.6v9H1.7zM2 4l6 5 6-5')],
  mailfail: [line('M9.5 12.5H1.7v-9h12.6V8M2 4l6 5 6-5M11.3 11.3l3 3M14.3 11.3l-3 3')],
  swap: [line('M2 5.5h10.5M10 3l2.5 2.5L10 8M14 10.5H3.5M6 8l-2.5 2.5L6 13')],
  clock: [line(ring(8, 8, 6.3)), line('M8 4.3V8l2.6 1.7')],
  open: [line('M9 2.5h4.5V7M13.3 2.7L7.5 8.5M11.5 9v4.5h-9v-9H7')],
  gear: [
    line(ring(8, 8, 2.2)),
    line('M8 1.5v2M8 12.5v2M1.5 8h2M12.5 8h2M3.4 3.4l1.4 1.4M11.2 11.2l1.4 1.4M3.4 12.6l1.4-1.4M11.2 4.8l1.4-1.4'),
  ],
  doctor: [line(ring(7, 7, 5.3)), line('M11 11l3.5 3.5M7 4.2v3.2M7 9.6v.01')],
  list: [line('M5.5 4h8.5M5.5 8h8.5M5.5 12h8.5M2.2 4h.01M2.2 8h.01M2.2 12h.01')],
  people: [
    line(ring(6, 5.5, 2.5)),
    line('M1.5 13.5c0-2.5 2-4 4.5-4s4.5 1.5 4.5 4M10.5 3.2a2.5 2.5 0 0 1 0 4.6M12 9.8c1.5.6 2.5 1.9 2.5 3.7'),
  ],
  copy: [line('M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3')],
  check: [bold('M3 8.4l3.2 3.2L13 4.6')],
  close: [line('M4 4l8 8M12 4l-8 8')],
  down: [line('M4 6l4 4 4-4')],
  up: [line('M4 10l4-4 4 4')],
  refresh: [line('M13.5 8a5.5 5.5 0 1 1-1.6-3.9M13.5 1.8v3.4h-3.4')],
  minimise: [line('M3.5 12h9')],
  move: [line('M2.5 2.5h11v11h-11zM8.5 8.5h5M8.5 8.5v5')],
  plus: [line('M8 3.5v9M3.5 8h9')],
  panel: [line('M2 3h12v10H2zM10 3v10')],
} as const satisfies Record<string, readonly Shape[]>;

export type IconName = keyof typeof shapes;
