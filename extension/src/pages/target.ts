import { attribute, every, isShown, nameOf, textOf } from './dom.ts';

/** What a target is looked for by: nothing but what Microsoft's page shows anyway. */
export interface About {
  readonly appId: string;
  /** Claim values of the permissions that are asked for. */
  readonly claimValues: readonly string[];
}

type Finder = (root: Document, about: About) => Element | null;

/** Where an arrow points. Sturdiest way first; never by a generated class or id. */
export interface Target {
  readonly id: string;
  readonly find: readonly Finder[];
}

export const defineTarget = <const T extends Target>(target: T): T => target;

/** An answer, not a hope. `strategy` above 0 says that the portal is drifting. */
export type Located =
  | { readonly state: 'found'; readonly element: Element; readonly strategy: number }
  | { readonly state: 'missing' };

export function locate({ find }: Target, root: Document, about: About): Located {
  for (const [strategy, finder] of find.entries()) {
    const element = finder(root, about);
    if (element !== null) return { state: 'found', element, strategy };
  }
  return { state: 'missing' };
}

const selectors = {
  button: 'button,[role="button"],[role="menuitem"]',
  entry: 'a[href],[role="link"],[role="menuitem"],[role="treeitem"],[role="tab"],[role="option"]',
  tab: '[role="tab"]',
  cell: '[role="gridcell"],[role="cell"],td',
} as const;

/** By what it is and what it is called. */
export const byName =
  (kind: 'button' | 'entry' | 'tab', name: RegExp): Finder =>
  (root) =>
    every(root, selectors[kind]).find((element) => name.test(nameOf(element)) && isShown(element)) ?? null;

/** By where a link leads: addresses are the same in every language. */
export const byLink =
  (leads: (href: string, about: About) => boolean): Finder =>
  (root, about) =>
    every(root, 'a[href]').find((link) => leads(attribute(link, 'href') ?? '', about) && isShown(link)) ?? null;

/** The first cell of a table that says one of these, to the letter. */
export function cellSaying(root: Document, texts: readonly string[]): Element | null {
  const wanted = new Set(texts.map((text) => text.toLowerCase()));
  return every(root, selectors.cell).find((cell) => wanted.has(textOf(cell).toLowerCase()) && isShown(cell)) ?? null;
}
