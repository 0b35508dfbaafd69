import { isBladeHost, portalHosts } from '../pages/portal-hosts.ts';

/** A page of the extension itself: the one kind of caller that may see names. */
export type PageCaller = { readonly kind: 'popup' | 'panel' | 'console' | 'options' | 'sign-in' };

/**
 * A script of ours in somebody else's page: `portal` in its top frame, `blade` in a frame inside of it; `provider-console` in the top frame
 * of the provider's own console.
 */
export interface FrameCaller {
  readonly kind: 'portal' | 'blade' | 'provider-console';
  readonly tabId: number;
  readonly frameId: number;
  /** Where the tab is, as the browser says. */
  readonly address: string;
}

export type Caller = PageCaller | FrameCaller;
export type CallerKind = Caller['kind'];

/** What the browser says of who sent a message. Nothing here comes from the message. */
export interface Sender {
  readonly id?: string | undefined;
  readonly origin?: string | undefined;
  readonly url?: string | undefined;
  readonly frameId?: number | undefined;
  readonly tab?: { readonly id?: number | undefined; readonly url?: string | undefined } | undefined;
}

/** The extension itself, to tell its own pages by. */
export interface Self {
  readonly id: string;
  readonly origin: string;
}

const ownPages: Readonly<Record<string, PageCaller['kind']>> = {
  '/popup.html': 'popup',
  '/sidepanel.html': 'panel',
  '/console.html': 'console',
  '/options.html': 'options',
  '/sign-in.html': 'sign-in',
};

/**
 * Who sent this, or undefined: nobody we know. Hosts are compared whole, and the frame must be the one that it claims to be. `consoleOrigin`
 * is the provider's console, for as long as we may work there.
 */
export function callerOf(sender: Sender, self: Self, consoleOrigin: string | null): Caller | undefined {
  if (sender.id !== self.id) return undefined;
  const { protocol, host, origin, pathname } = partsOf(sender.url);
  if (sender.origin !== originOf(protocol, host, origin)) return undefined;
  if (sender.origin === self.origin) {
    const kind = Object.hasOwn(ownPages, pathname) ? ownPages[pathname] : undefined;
    return kind === undefined || (sender.frameId ?? 0) !== 0 ? undefined : { kind };
  }
  return onConsole(sender, origin, consoleOrigin) ?? frameOf(sender, protocol, host);
}

function onConsole(
  { frameId, tab, url = '' }: Sender,
  origin: string,
  console: string | null,
): FrameCaller | undefined {
  if (origin !== console || frameId !== 0 || tab?.id === undefined) return undefined;
  return { kind: 'provider-console', tabId: tab.id, frameId, address: tab.url ?? url };
}

function frameOf({ frameId, tab, url = '' }: Sender, protocol: string, host: string): FrameCaller | undefined {
  if (protocol !== 'https:' || tab?.id === undefined || frameId === undefined) return undefined;
  // Of a page in the top frame its own address is the newer one; of a frame, the tab's says where the person is.
  if (frameId === 0 && portalHosts.includes(host))
    return { kind: 'portal', tabId: tab.id, frameId, address: tab.url ?? url };
  const above = partsOf(tab.url);
  const inPortal = above.protocol === 'https:' && portalHosts.includes(above.host);
  if (frameId === 0 || !inPortal || !isBladeHost(host)) return undefined;
  return { kind: 'blade', tabId: tab.id, frameId, address: tab.url ?? '' };
}

const partsOf = (address = ''): Pick<URL, 'protocol' | 'host' | 'origin' | 'pathname'> =>
  URL.canParse(address) ? new URL(address) : { protocol: '', host: '', origin: '', pathname: '' };

/** `URL` has no origin for a scheme that it does not know, and outside of Chromium it does not know ours. */
const originOf = (protocol: string, host: string, origin: string): string =>
  origin === 'null' ? `${protocol}//${host}` : origin;
