import type { BladeOpening } from '../portal-data.ts';

/**
 * Opens Microsoft's consent window for the whole organisation, as the portal does, and tells when that is over: the window
 * says so at its end, or somebody closes it.
 */
export function grantConsent({ portal, session }: BladeOpening, appId: string, over: () => void): void {
  const redirect = encodeURIComponent(`${portal}/TokenAuthorize`);
  const address = `https://login.microsoftonline.com/${session.tenantId}/adminconsent?client_id=${appId}&redirect_uri=${redirect}`;
  const opened = window.open(address, 'grant-admin-consent', 'popup,width=520,height=720');
  if (!opened) return;
  const ended = new AbortController();
  const end = (): void => {
    ended.abort();
    clearInterval(looking);
    over();
  };
  const looking = setInterval(() => {
    if (opened.closed) end();
  }, 400);
  const hear = ({ source, origin }: MessageEvent): void => {
    if (source === opened && origin === portal) end();
  };
  addEventListener('message', hear, { signal: ended.signal });
}
