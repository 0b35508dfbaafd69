import type { OpenPage } from './unwatched-browser.ts';

/** Where a page says it: an element that is chosen, with a text in it. */
interface Sign {
  readonly selector: string;
  readonly text: string;
}

/** What tells an operator that the customer is done: the same words in the card on the portal and in the popup. */
export const signs = {
  card: { selector: '.lk-tenant.s-working', text: 'Authentication Complete' },
  popup: { selector: 'li', text: 'Authentication Complete' },
} as const satisfies Readonly<Record<string, Sign>>;

/** Has the page note the moment in which the sign shows up. It must not be there yet. */
export async function watchFor(page: OpenPage, sign: Sign): Promise<void> {
  if (await page.evaluate<boolean>(`(${watchInPage.toString()})(${JSON.stringify(sign)})`))
    throw new Error(`"${sign.text}" is there before anything was consented to.`);
}

/** When it showed up, in milliseconds since the epoch; undefined while it has not. */
export const shownAt = async (page: OpenPage): Promise<number | undefined> =>
  (await page.evaluate<number | null>('globalThis.latchkeyShownAt ?? null')) ?? undefined;

/** Runs in the page: it notes the moment with each change of the document, or of our shadow root in it, which may be another one later. */
function watchInPage({ selector, text }: Sign): boolean {
  const noted = globalThis as { latchkeyShownAt?: number };
  const roots = (): (Document | ShadowRoot)[] => [
    document,
    ...[...document.querySelectorAll('latchkey-overlay')].flatMap(({ shadowRoot }) => shadowRoot ?? []),
  ];
  const isThere = () =>
    roots().some((root) => [...root.querySelectorAll(selector)].some(({ textContent }) => textContent.includes(text)));
  const watched = new Set<Document | ShadowRoot>();
  const observer = new MutationObserver(look);
  function look(): void {
    for (const root of roots()) {
      if (!watched.has(root))
        observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
      watched.add(root);
    }
    if (!isThere()) return;
    noted.latchkeyShownAt = Date.now();
    observer.disconnect();
  }
  delete noted.latchkeyShownAt;
  if (isThere()) return true;
  look();
  return false;
}
