/**
 * Reading somebody else's page. A form lets its fields hide its own methods (`<input name="getAttribute">`), and a document its
 * images, so everything is asked through the prototypes; and a page may be huge, so everything has an end.
 */

const mostCandidates = 5_000;
const longestText = 300;
const mostParts = 40;

/** The elements that fit, in their order, up to a limit. */
export function every(root: Document | Element, selector: string): readonly Element[] {
  const prototype = root instanceof Document ? Document.prototype : Element.prototype;
  const found = prototype.querySelectorAll.call(root, selector);
  return Array.prototype.slice.call(found, 0, mostCandidates) as Element[];
}

export const attribute = (element: Element, name: string): string | null =>
  Element.prototype.getAttribute.call(element, name);

export const above = (element: Element, selector: string): Element | null =>
  Element.prototype.closest.call(element, selector);

/** What elements in general have, whatever the fields of this one are called. Asked late: the background has no prototypes. */
function own(element: Element, name: string): unknown {
  let prototype: object | null = Element.prototype;
  while (prototype !== null && !Object.hasOwn(prototype, name)) prototype = Reflect.getPrototypeOf(prototype);
  return prototype === null ? undefined : Reflect.get(prototype, name, element);
}

/** What a small element says, in one line; a large one says nothing that could be a name. */
export function textOf(element: Element): string {
  if (Number(own(element, 'childElementCount')) > mostParts) return '';
  const text = own(element, 'textContent');
  return typeof text === 'string' ? text.slice(0, longestText).replaceAll(/\s+/g, ' ').trim() : '';
}

/** What a screen reader calls it. */
export const nameOf = (element: Element): string => attribute(element, 'aria-label')?.trim() || textOf(element);

/** Whether a person can see it: a tab that is not chosen keeps its panel in the page. */
export const isShown = (element: Element): boolean =>
  typeof Element.prototype.checkVisibility !== 'function' ||
  Element.prototype.checkVisibility.call(element, { visibilityProperty: true });
