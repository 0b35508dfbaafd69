import type { Paint } from './paint.ts';

type Child = Node | string;

/** A table of which only a window stands in the DOM. */
interface GridPlan {
  readonly label: string;
  readonly headers: readonly string[];
  readonly rows: number;
  /** The cells of one row, and what it is known as. */
  readonly cells: (at: number) => readonly Child[];
  readonly onDrawn: () => void;
  /** Told when somebody scrolls, so that a later rendering can stand where this one stood. */
  readonly scrolled?: (top: number) => void;
  readonly top?: number;
}

/** As portal.css has it. */
const rowHeight = 36;
const inDom = 30;

/** Where the window begins: a few rows above what is seen. */
const firstAt = (scrollTop: number, rows: number): number =>
  Math.max(0, Math.min(Math.floor(scrollTop / rowHeight) - 8, rows - inDom));

/** A grid as the portal's is read out: rows and cells by role, not by tag, and about thirty of them at a time. */
export function grid(paint: Paint, { label, headers, rows, cells, onDrawn, scrolled, top = 0 }: GridPlan): HTMLElement {
  const { element } = paint;
  const line = (contents: readonly Child[], role: string, at: number): HTMLElement =>
    element(
      'div',
      { role: 'row', class: 'row', 'aria-rowindex': String(at) },
      ...contents.map((cell) => element('div', { role, class: role === 'gridcell' ? 'cell' : 'head' }, cell)),
    );
  const above = element('div', { role: 'presentation' });
  const below = element('div', { role: 'presentation' });
  const window = element('div', { role: 'rowgroup', class: 'rows' });
  const scroller = element('div', { role: 'presentation', class: 'scroller' }, above, window, below);
  let shown = -1;
  const draw = (scrollTop: number): void => {
    const first = firstAt(scrollTop, rows);
    if (first === shown) return;
    shown = first;
    const count = Math.min(inDom, rows - first);
    above.style.height = `${first * rowHeight}px`;
    below.style.height = `${(rows - first - count) * rowHeight}px`;
    window.replaceChildren(
      ...Array.from({ length: count }, (_, at) => line(cells(first + at), 'gridcell', first + at + 2)),
    );
    onDrawn();
  };
  scroller.addEventListener('scroll', () => {
    draw(scroller.scrollTop);
    scrolled?.(scroller.scrollTop);
  });
  draw(top);
  if (top > 0) requestAnimationFrame(() => scroller.scrollTo(0, top));
  const count = { 'aria-rowcount': String(rows + 1), 'aria-colcount': String(headers.length) };
  return element(
    'div',
    { role: 'grid', 'aria-label': label, ...count, class: headers.length === 4 ? 'grid four' : 'grid six' },
    element('div', { role: 'rowgroup', class: 'heads' }, line(headers, 'columnheader', 1)),
    scroller,
  );
}
