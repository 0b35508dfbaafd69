import { browser } from 'wxt/browser';

/** Where Microsoft's answer comes back to. */
export const signInRedirectUri = (): string => browser.identity.getRedirectURL();

/** How Microsoft's window ended: with the address of its answer, closed by the person, or on a page that was not shown. */
export type WindowEnding = { readonly address: string } | 'closed' | 'not_shown';

/**
 * Opens Microsoft's page in a window of its own. A page that answers with an error (an account of another organisation, no
 * network) makes Chromium close that window, and only its message tells it from a person who did.
 */
export async function openSignInWindow(url: string): Promise<WindowEnding> {
  try {
    const address = await browser.identity.launchWebAuthFlow({ url, interactive: true });
    return address === undefined ? 'closed' : { address };
  } catch (error) {
    return error instanceof Error && error.message.includes('could not be loaded') ? 'not_shown' : 'closed';
  }
}
