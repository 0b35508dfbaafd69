import type { BladeOpening } from '../portal-data.ts';
import type { Labels } from './labels.ts';
import type { Paint } from './paint.ts';
import type { Points } from './points.ts';

/** What a view needs of the blade that it is drawn in. */
export interface BladeContext {
  readonly opening: BladeOpening;
  readonly labels: Labels;
  readonly points: Points;
  /** What the view remembers from one rendering to the next. */
  readonly memory: Map<string, number>;
  /** How far down its document the blade begins. */
  top(): number;
  /** Goes to another blade: the shell does it. */
  go(hash: string): void;
  /** Changes something in the directory, as whoever is signed in. */
  change(path: string, body: object): Promise<void>;
  /** Fetches again and draws again. */
  refresh(): void;
}

/** One blade, with its data: it can be drawn as often as it has to be. */
export interface View {
  readonly page: 'applications' | 'overview' | 'permissions';
  readonly title: string;
  draw(paint: Paint): HTMLElement;
}

/** A link that the shell follows on a plain click, and the browser on any other. */
export function bladeLink(
  paint: Paint,
  { opening, go }: BladeContext,
  hash: string,
  attributes: Readonly<Record<string, string>>,
  label: string,
): HTMLElement {
  const link = paint.element('a', { href: `${opening.portal}${opening.path}${hash}`, ...attributes }, label);
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (event.isTrusted) go(hash);
  });
  return link;
}
