import type { Paint } from './paint.ts';

const create = Document.prototype.createElement.bind(document);
const { body } = document;

/** A form of such a name hides the document's own member from every script of the page, an extension's too. */
const ofDocument = [
  ...['querySelector', 'querySelectorAll', 'getElementById', 'getElementsByTagName', 'createElement'],
  ...['createTreeWalker', 'elementFromPoint', 'body', 'head', 'activeElement', 'defaultView', 'addEventListener'],
  ...['documentElement', 'visibilityState', 'hidden', 'readyState', 'contains', 'children', 'firstElementChild'],
];

/** A field of such a name hides a form's own member: whoever walks through the form meets the field. */
const ofForm = [
  ...['children', 'childNodes', 'firstChild', 'firstElementChild', 'parentElement', 'parentNode', 'nextSibling'],
  ...['querySelector', 'querySelectorAll', 'matches', 'closest', 'contains', 'getAttribute', 'hasAttribute', 'id'],
  ...['attributes', 'tagName', 'nodeName', 'nodeType', 'textContent', 'getBoundingClientRect', 'ownerDocument', 'role'],
];

const depth = 400;
const breadth = 20_000;

function hide(element: HTMLElement): HTMLElement {
  element.style.display = 'none';
  return element;
}

/** Hides the document's own members behind forms of their names, until they are removed. */
export function clobbers(): { remove(): void } {
  const forms = ofDocument.map((name) => {
    const form = hide(create('form'));
    form.setAttribute('name', name);
    return form;
  });
  body.append(...forms);
  return { remove: () => forms.forEach((form) => form.remove()) };
}

/** Many elements, and many within one another, that show nothing. */
function hugeTree({ element }: Paint): HTMLElement {
  const root = hide(element('div'));
  let inner = root;
  for (let at = 0; at < depth; at += 1) inner = inner.appendChild(create('div'));
  for (let at = 0; at < breadth; at += 1) inner.append(create('i'));
  return root;
}

/** Buttons that are called like the right one, and that nobody sees. */
function lookAlikes({ element }: Paint, name: string): readonly HTMLElement[] {
  const like = (): HTMLElement => element('button', { type: 'button' }, name);
  const invisible = like();
  invisible.style.cssText = 'visibility:hidden;position:absolute';
  const empty = like();
  empty.style.cssText = 'position:absolute;inline-size:0;block-size:0;overflow:hidden;padding:0;border:0';
  empty.setAttribute('tabindex', '-1');
  const closed = element('div', { 'aria-hidden': 'true' }, like());
  closed.style.cssText = 'position:absolute;opacity:0;pointer-events:none;inset-block-start:0';
  return [hide(like()), invisible, empty, closed];
}

/** The blade in a form whose fields hide the form's members, behind look-alikes of its button, beside a huge tree. */
export function disorder(paint: Paint, blade: HTMLElement, name: string): HTMLElement {
  const { element } = paint;
  const fields = ofForm.map((field) => element('input', { type: 'hidden', name: field }));
  const form = element('form');
  HTMLElement.prototype.append.call(form, ...fields, ...lookAlikes(paint, name), blade);
  return element('div', {}, hugeTree(paint), form);
}
