import type { BrowserContext, Page } from 'playwright-core';
import { guideAppId } from '../fake-api/guide-samples.ts';

/** Where the portal draws its blades: in its own document, or in a frame of another site. */
export type BladeMode = 'top' | 'frame';

const policy = [
  "default-src 'none'",
  "script-src 'nonce-stand-in'",
  "style-src 'nonce-stand-in'",
  'frame-src https://*.reactblade.portal.azure.net',
].join('; ');

const bladeOrigin = 'https://sandbox-1.reactblade.portal.azure.net';

/**
 * A portal of a few lines, where a test says what it does: for the cases that the practice portal does not have. It counts
 * events that no person caused.
 */
const script = `
  const kinds = ['click', 'submit', 'keydown', 'input', 'change', 'pointerdown', 'mousedown'];
  globalThis.untrusted = [];
  for (const kind of kinds) addEventListener(kind, (event) => event.isTrusted || untrusted.push(kind), true);`;

const claims = ['offline_access', 'Organization.Read.All', 'Directory.Read.All'];
const blade = `<div role="tablist"><button role="tab" aria-selected="true">Admin consent</button>
  <button role="tab" aria-selected="false">User consent</button></div>
  <button>Grant admin consent for Contoso Ltd</button>
  <div role="grid" aria-label="Admin consent">
  ${claims.map((claim) => `<div role="row"><span role="gridcell">Microsoft Graph</span><span role="gridcell">${claim}</span></div>`).join('')}</div>`;
const menu = '<nav><a href="#home">Overview</a><a href="#permissions">Permissions</a></nav>';
const list = `<div role="grid"><div role="row"><span role="gridcell"><a href="#x">Northwind Voice Connector</a></span><span role="gridcell">${guideAppId}</span></div></div>`;

const page = (body: string): string =>
  `<!doctype html><html lang="en"><head><title>Portal</title><style nonce="stand-in">html { font-size: 10px } a { display: inline-block; margin: 12px }</style></head>
  <body><script nonce="stand-in">${script}</script><main><h1>Portal</h1>${body}</main></body></html>`;

export interface StandInSettings {
  readonly mode?: BladeMode;
  /** What stands in the portal in place of the blade. */
  readonly body?: string;
}

/** Lets both portals be answered by the stand-in. */
export async function standInForPortals(context: BrowserContext, { mode = 'top', body }: StandInSettings = {}) {
  const content = body ?? menu + list + blade;
  const inFrame = `<iframe src="${bladeOrigin}/blade" width="900" height="600"></iframe>`;
  const answer = (text: string) => ({
    contentType: 'text/html',
    headers: { 'content-security-policy': policy },
    body: page(text),
  });
  for (const host of ['portal.azure.com', 'entra.microsoft.com'])
    await context.route(`https://${host}/**`, (route) => route.fulfill(answer(mode === 'top' ? content : inFrame)));
  await context.route(`${bladeOrigin}/**`, (route) => route.fulfill(answer(content)));
}

/** Events in the page that no person caused. */
export const untrustedEvents = async (opened: Page): Promise<readonly string[]> =>
  (
    await Promise.all(
      opened
        .frames()
        .map((frame) => frame.evaluate(() => (globalThis as unknown as { untrusted?: string[] }).untrusted)),
    )
  ).flatMap((events) => events ?? []);
