import { browser } from 'wxt/browser';
import { keptSession } from './remembered.ts';

/** The session is for our own pages: no script that runs in a web page can read it. Chromium's default, said aloud. */
export const keepSessionInTrustedPages = (): Promise<void> =>
  browser.storage.session.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });

const sizes = [16, 24, 32, 48] as const;

/** The mark in the toolbar: grey for as long as nobody is signed in. */
export async function showWhetherSignedIn(): Promise<void> {
  const show = async (signedIn: boolean) =>
    browser.action.setIcon({
      path: Object.fromEntries(sizes.map((size) => [size, `/icon/${signedIn ? '' : 'off-'}${size}.png`])),
    });
  keptSession.watch((kept) => void show(kept !== null));
  await show((await keptSession.getValue()) !== null);
}
