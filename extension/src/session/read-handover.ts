import { browser } from 'wxt/browser';

/** What the page of an invitation says of itself, as it stands there. */
export interface RawHandover {
  readonly address: string;
  readonly code: string;
  readonly provider: string;
  readonly appId: string;
}

/** Runs in the page, with nothing of ours around it. */
function readMetas(): Omit<RawHandover, 'address'> | null {
  const say = (name: string): string =>
    document.querySelector<HTMLMetaElement>(`meta[name="latchkey-${name}"]`)?.content ?? '';
  const code = say('guide-code');
  return code === '' ? null : { code, provider: say('provider'), appId: say('app-id') };
}

/** Refused wherever the click on the toolbar does not reach: on pages of the browser, and in a popup that is a tab. */
export async function readHandover(): Promise<RawHandover | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined || tab.url === undefined) return null;
  try {
    const [ran] = await browser.scripting.executeScript({ target: { tabId: tab.id }, func: readMetas });
    return ran?.result ? { address: tab.url, ...ran.result } : null;
  } catch {
    return null;
  }
}
