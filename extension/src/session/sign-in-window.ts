import { browser } from 'wxt/browser';

/** Where Microsoft's answer comes back to. */
export const signInRedirectUri = (): string => browser.identity.getRedirectURL();

/** Opens Microsoft's page in a window of its own; undefined when it was closed, or could not be shown. */
export async function openSignInWindow(url: string): Promise<string | undefined> {
  try {
    return await browser.identity.launchWebAuthFlow({ url, interactive: true });
  } catch {
    return undefined;
  }
}
