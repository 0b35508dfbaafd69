type Child = Node | string;
type Attributes = Readonly<Record<string, string>>;

/** Makes an element. Text is only ever text. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** Makes a button that does something. */
export function button(label: string, onClick: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, label);
  made.addEventListener('click', onClick);
  return made;
}

/** Makes a field with its label; the label is its name. */
export function field<Control extends HTMLElement>(label: string, control: Control): HTMLElement {
  return element('label', { class: 'field' }, element('span', {}, label), control);
}

/** Makes a choice of a list. */
export function choice(options: readonly (readonly [value: string, label: string])[]): HTMLSelectElement {
  return element('select', {}, ...options.map(([value, label]) => element('option', { value }, label)));
}

/** Makes a table in a box of its own, which scrolls if it must. */
export function table(caption: string, heads: readonly string[], rows: readonly (readonly Child[])[]): HTMLElement {
  const head = element('tr', {}, ...heads.map((text) => element('th', { scope: 'col' }, text)));
  const body = rows.map((cells) => element('tr', {}, ...cells.map((cell) => element('td', {}, cell))));
  return element(
    'div',
    { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': caption },
    element('table', {}, element('thead', {}, head), element('tbody', {}, ...body)),
  );
}

/** Makes a list of facts. */
export const facts = (pairs: readonly (readonly [label: string, value: Child])[]): HTMLElement =>
  element('dl', {}, ...pairs.flatMap(([label, value]) => [element('dt', {}, label), element('dd', {}, value)]));

/** Makes the title of a page, and where it stands. */
export const title = (text: string, ...trail: readonly string[]): HTMLElement =>
  element(
    'div',
    { class: 'title' },
    element('p', { class: 'trail' }, [...trail, text].join(' / ')),
    element('h1', {}, text),
  );
