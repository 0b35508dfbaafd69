type Child = Node | string;

/** Makes an element. Text is only ever text. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  ...children: Child[]
): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** Makes a button that does something. */
export function button(
  label: string,
  onClick: () => void,
  attributes: Readonly<Record<string, string>> = {},
): HTMLElement {
  const made = element('button', { type: 'button', ...attributes }, label);
  made.addEventListener('click', onClick);
  return made;
}

/** A grid as the portal's is read out: rows and cells by role, not by tag. */
export function grid(label: string, headers: readonly string[], rows: readonly (readonly Child[])[]): HTMLElement {
  const row = (cells: readonly Child[], role: string): HTMLElement =>
    element('div', { role: 'row' }, ...cells.map((cell) => element('div', { role }, cell)));
  const count = { 'aria-rowcount': String(rows.length + 1), 'aria-colcount': String(headers.length) };
  return element(
    'div',
    { role: 'grid', 'aria-label': label, ...count, class: `columns-${headers.length}` },
    row(headers, 'columnheader'),
    ...rows.map((cells) => row(cells, 'gridcell')),
  );
}
