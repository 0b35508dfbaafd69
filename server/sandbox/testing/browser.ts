type Fetch = (url: string, init: RequestInit) => Promise<Response> | Response;
type Fields = Readonly<Record<string, string>>;

/** What the window shows: a page of the practice tenant, or the address that it left for. */
export interface Shown {
  readonly status: number;
  readonly html: string;
  /** The visible text, spaces squeezed. */
  readonly text: string;
  /** Where it went, if it left the practice tenant. */
  readonly left?: URL;
  /** The buttons' names, in order. */
  readonly buttons: readonly string[];
}

const host = 'https://login.microsoftonline.com';
const unescape = (text: string): string =>
  text
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

const textOf = (html: string): string =>
  unescape(
    html
      .replaceAll(/<style[\s\S]*?<\/style>|<script[\s\S]*?<\/script>|<head[\s\S]*?<\/head>/g, ' ')
      .replaceAll(/<[^>]+>/g, ' '),
  )
    .replaceAll(/\s+/g, ' ')
    .trim();

interface Form {
  readonly action: string;
  readonly hidden: Fields;
  readonly buttons: readonly { readonly label: string; readonly name: string; readonly value: string }[];
}

const attribute = (tag: string, name: string): string =>
  unescape(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '');

function formsIn(html: string): readonly Form[] {
  return [...html.matchAll(/<form[^>]*>[\s\S]*?<\/form>/g)].map(([form]) => ({
    action: attribute(/<form[^>]*>/.exec(form)![0], 'action'),
    hidden: Object.fromEntries(
      [...form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([tag]) => [
        attribute(tag, 'name'),
        attribute(tag, 'value'),
      ]),
    ),
    buttons: [...form.matchAll(/(<button[^>]*>)([\s\S]*?)<\/button>/g)].map(([, tag, label]) => ({
      label: textOf(label!),
      name: attribute(tag!, 'name'),
      value: attribute(tag!, 'value'),
    })),
  }));
}

/** A browser window with cookies and forms and nothing else. */
export function openBrowser(request: Fetch) {
  const cookies = new Map<string, string>();

  async function go(url: string, init: RequestInit = {}): Promise<Shown> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await request(url, { ...init, redirect: 'manual', headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      cookies.set(name!, value!);
    }
    const location = response.headers.get('location');
    const html = await response.text();
    const shown = {
      status: response.status,
      html,
      text: textOf(html),
      buttons: formsIn(html).flatMap(({ buttons }) => buttons.map(({ label }) => label)),
    };
    if (location === null) return shown;
    const target = new URL(location, host);
    return target.origin === host ? go(target.href) : { ...shown, left: target };
  }

  return {
    cookies,
    open: (path: string) => go(new URL(path, host).href),
    /** Presses a button of the page, with what was typed into its form. */
    press(shown: Shown, label: string, typed: Fields = {}): Promise<Shown> {
      const form = formsIn(shown.html).find(({ buttons }) => buttons.some((one) => one.label.startsWith(label)));
      if (!form) throw new Error(`There is no button "${label}" on: ${shown.text}`);
      const { name, value } = form.buttons.find((one) => one.label.startsWith(label))!;
      const body = new URLSearchParams({ ...form.hidden, ...typed, ...(name !== '' && { [name]: value }) });
      return go(new URL(form.action, host).href, { method: 'POST', body });
    },
  };
}

export type Browser = ReturnType<typeof openBrowser>;
