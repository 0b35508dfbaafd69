import type { Tone } from './letter.ts';

/** Colours as they are written into each element: mail programs forget style sheets. Light, then dark where it is understood. */
const colours = {
  paper: ['#f5f2ee', '#171416'],
  surface: ['#ffffff', '#211d20'],
  line: ['#dcd5cc', '#3b353a'],
  ink: ['#231d21', '#f3eef1'],
  soft: ['#534a50', '#cdc4ca'],
  faint: ['#685f65', '#aca2a8'],
  brand: ['#7b1e5e', '#e9a8d2'],
  onBrand: ['#ffffff', '#32092a'],
} as const;

/** Ink and wash of each tone. */
const tones = {
  working: ['#17633a', '#e3f3e8', '#7fd6a0', '#163424'],
  degraded: ['#824c00', '#fcefd6', '#f0b860', '#3a2a0e'],
  action: ['#a8201a', '#fce9e6', '#ff9f94', '#471c18'],
  blocked: ['#ffffff', '#3a3237', '#1c181b', '#d8cfd5'],
  unknown: ['#534a50', '#ece7e1', '#cdc4ca', '#2c272b'],
} as const satisfies Record<Tone, readonly string[]>;

export const light = Object.fromEntries(Object.entries(colours).map(([name, [colour]]) => [name, colour])) as Readonly<
  Record<keyof typeof colours, string>
>;

export const toneOf = (tone: Tone): { readonly ink: string; readonly wash: string } => ({
  ink: tones[tone][0],
  wash: tones[tone][1],
});

const rules = [
  ['.lk-paper', `background:${colours.paper[1]}`],
  ['.lk-surface', `background:${colours.surface[1]};border-color:${colours.line[1]}`],
  ['.lk-rule', `border-color:${colours.line[1]}`],
  ['.lk-ink', `color:${colours.ink[1]}`],
  ['.lk-soft', `color:${colours.soft[1]}`],
  ['.lk-faint', `color:${colours.faint[1]}`],
  ['.lk-button', `background:${colours.brand[1]};border-color:${colours.brand[1]}`],
  ['.lk-button a', `color:${colours.onBrand[1]}`],
  ...Object.entries(tones).map(
    ([tone, [, , ink, wash]]) => [`.lk-${tone}`, `color:${ink};background:${wash};border-color:${wash}`] as const,
  ),
] as const;

const important = (declarations: string): string => declarations.replaceAll(/;|$/g, ' !important;');

/** For programs that know the reader's colours. */
export const darkStyle = `:root{color-scheme:light dark}@media (prefers-color-scheme:dark){${rules
  .map(([selector, declarations]) => `${selector}{${important(declarations)}}`)
  .join('')}}`;

export const font = "'Segoe UI',system-ui,-apple-system,'Helvetica Neue',Arial,sans-serif";
export const mono = "Consolas,'DejaVu Sans Mono',monospace";
