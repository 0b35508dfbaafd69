import components from '../look/latchkey.css?inline';
import tokens from '../look/tokens.css?inline';
import { every } from '../pages/dom.ts';
import own from './overlay.css?inline';

const name = 'latchkey-overlay';

/** The page's own root size is not ours: what hangs on it elsewhere hangs on the token here. */
const sized = (sheet: string): string =>
  sheet.replaceAll(/(?<![\w.-])(\d+(?:\.\d+)?|\.\d+)rem\b/g, 'calc($1 * var(--lk-rem))');

/**
 * A place of ours in somebody else's page: an open shadow root, so that a screen reader and a test see what a person sees. The
 * page can read all of it. Events that no person caused end here, and what is typed in here is not heard by the page.
 */
export function openShadowHost(signal: AbortSignal, ...more: readonly string[]): HTMLElement {
  for (const left of every(document, name)) left.remove();
  const host = document.createElement(name);
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [tokens, components, own, ...more].map((sheet) => {
    const made = new CSSStyleSheet();
    made.replaceSync(sized(sheet));
    return made;
  });
  const place = document.createElement('div');
  place.className = 'lk-host';
  root.append(place);
  for (const type of ['click', 'pointerdown', 'keydown', 'keyup', 'keypress']) {
    place.addEventListener(type, (event) => event.isTrusted || event.stopImmediatePropagation(), true);
    if (type.startsWith('key')) host.addEventListener(type, (event) => event.stopPropagation());
  }
  document.documentElement.append(host);
  const giveBack = keepFocusBefore(host);
  signal.addEventListener(
    'abort',
    () => {
      const had = document.activeElement === host;
      host.remove();
      if (had) giveBack();
    },
    { once: true },
  );
  return place;
}

/** Remembers what had the focus before it came in here; what is given back puts it there again, if that is still on the page. */
function keepFocusBefore(host: HTMLElement): () => void {
  let before: EventTarget | null = null;
  // Within the shadow root it moves unheard: what is heard here comes from outside.
  host.addEventListener('focusin', ({ relatedTarget }) => {
    if (relatedTarget !== host) before = relatedTarget;
  });
  return () => {
    if (before instanceof HTMLElement && before.isConnected)
      HTMLElement.prototype.focus.call(before, { preventScroll: true });
  };
}
