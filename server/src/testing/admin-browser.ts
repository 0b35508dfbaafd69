import type { Browser, Shown } from '../../sandbox/testing/browser.ts';
import { openCookieJar, type CookieJar } from './cookie-jar.ts';

/** A person of the practice tenant. */
export interface Person {
  readonly username: string;
  readonly password: string;
}

/** Sends one request to the server, and gives what comes back: a redirect is not followed. */
export type Send = (path: string, init?: RequestInit) => Response | Promise<Response>;

/** The browser of a customer's admin: our pages and Microsoft's, each with its own cookies. */
export interface AdminBrowser {
  readonly jar: CookieJar;
  /** Opens a link as the landing page's script does. */
  open(link: string): Promise<Response>;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  post(path: string, form?: Readonly<Record<string, string>>): Promise<Response>;
  /** Presses Start; gives Microsoft's address. */
  start(path?: '/i/start' | '/i/approve-organization' | `/i/start?of=${string}`): Promise<string>;
  /** Signs in at Microsoft and answers; gives the address to which Microsoft sends the browser back, or the page that it keeps it on. */
  atMicrosoft(address: string, person: Person, answer: Answer): Promise<Shown>;
  /** Follows Microsoft's redirect, and ours after it; gives the last page. */
  comeBack(left: URL): Promise<{ readonly first: Response; readonly page: Response; readonly html: string }>;
}

export type Answer = 'approves' | 'leaves the box' | 'declines' | 'accepts without box' | 'has no telephone';

const sameOrigin = { 'sec-fetch-site': 'same-origin' };

export function openAdminBrowser(to: Send, microsoft: Browser): AdminBrowser {
  const jar = openCookieJar();
  const send = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = { ...jar.header(), ...(init.headers as Record<string, string> | undefined) };
    const response = await to(path, { ...init, headers });
    jar.take(response);
    return response;
  };
  const post = (path: string, form: Readonly<Record<string, string>> = {}) =>
    send(path, { method: 'POST', headers: sameOrigin, body: new URLSearchParams(form) });
  return {
    jar,
    get: (path, headers = {}) => send(path, { headers: { ...headers } }),
    post,
    open: (link) =>
      send('/i/open', {
        method: 'POST',
        headers: { ...sameOrigin, 'content-type': 'application/json' },
        body: JSON.stringify({ token: new URL(link).hash.slice(1) }),
      }),
    async start(path = '/i/start') {
      const page = await post(path);
      const html = await page.text();
      const [, href] = /href="(https:\/\/login\.microsoftonline\.com[^"]+)"/.exec(html) ?? [];
      if (page.status !== 200 || href === undefined) throw new Error(`Start gave ${page.status}: ${html}`);
      return href.replaceAll('&amp;', '&');
    },
    async atMicrosoft(address, person, answer) {
      let shown = await microsoft.open(address);
      if (shown.buttons.includes('Use another account')) shown = await microsoft.press(shown, 'Use another account');
      if (shown.buttons.includes('Next')) shown = await microsoft.press(shown, 'Next', { username: person.username });
      if (shown.buttons.includes('Sign in'))
        shown = await microsoft.press(shown, 'Sign in', { password: person.password });
      if (answer === 'has no telephone') return microsoft.press(shown, 'I can');
      if (shown.buttons.includes('Approve')) shown = await microsoft.press(shown, 'Approve');
      if (shown.left !== undefined || !shown.buttons.includes('Accept')) return shown;
      if (answer === 'declines') return microsoft.press(shown, 'Cancel');
      return microsoft.press(shown, 'Accept', answer === 'approves' ? { box: 'yes' } : {});
    },
    async comeBack(left) {
      const first = await send(left.pathname + left.search);
      const location = first.headers.get('location');
      let page = location === null ? first.clone() : await send(location);
      const again = page.headers.get('location');
      if (again !== null) page = await send(again);
      return { first, page, html: await page.clone().text() };
    },
  };
}
