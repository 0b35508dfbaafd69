import { expect, test } from 'vitest';
import { callerOf, type Sender } from './caller.ts';

const self = { id: 'gabcdefghijklmnopabcdefghijklmno', origin: 'chrome-extension://gabcdefghijklmnopabcdefghijklmno' };
const portal = 'https://entra.microsoft.com/contoso.onmicrosoft.com/#view/Microsoft_AAD_IAM/ManagedAppMenuBlade';
const blade = 'https://sandbox-1.reactblade.portal.azure.net/blade';

const originIn = (url: string): string => {
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}`;
};
const from = (url: string, frameId: number, more: Partial<Sender> = {}): Sender => ({
  id: self.id,
  origin: originIn(url),
  url,
  frameId,
  tab: { id: 7, url: portal },
  ...more,
});

test.each([
  ['popup.html', 'popup'],
  ['sidepanel.html', 'panel'],
  ['console.html#/services', 'console'],
  ['options.html', 'options'],
  ['sign-in.html#popup', 'sign-in'],
])('our own page %s is the %s, in a tab or not', (page, kind) => {
  const url = `${self.origin}/${page}`;
  expect(callerOf(from(url, 0), self, null)).toEqual({ kind });
  expect(callerOf(from(url, 0, { tab: undefined, frameId: undefined }), self, null)).toEqual({ kind });
});

test('the top frame of a portal is the portal, at the address of its tab', () => {
  const caller = { kind: 'portal', tabId: 7, frameId: 0, address: portal };
  expect(callerOf(from('https://entra.microsoft.com/', 0), self, null)).toEqual(caller);
});

test('a frame of a blade host inside of a portal is a blade, at the address of its tab', () => {
  expect(callerOf(from(blade, 12), self, null)).toEqual({ kind: 'blade', tabId: 7, frameId: 12, address: portal });
});

const elsewhere = { id: 7, url: 'https://evil.example/' };
test.each<[string, Sender]>([
  ['another extension', from(portal, 0, { id: 'other' })],
  ['nobody', {}],
  ['another extension with our address', from(`${self.origin}/popup.html`, 0, { id: 'other' })],
  ['a page of ours that does not exist', from(`${self.origin}/admin.html`, 0)],
  ['a page of ours named as an inherited property', from(`${self.origin}/constructor`, 0)],
  ['a page of ours within a frame', from(`${self.origin}/popup.html`, 3)],
  ['an address of ours with another origin', from(`${self.origin}/popup.html`, 0, { origin: 'https://evil.example' })],
  ['a portal in a frame', from(portal, 4, { tab: elsewhere })],
  ['a portal in a frame of a portal', from(portal, 4)],
  ['a portal whose origin is another', from(portal, 0, { origin: 'https://evil.example' })],
  ['a sandboxed portal', from(portal, 0, { origin: 'null' })],
  ['a portal without a tab', from(portal, 0, { tab: undefined })],
  ['a portal in no frame', from(portal, 0, { frameId: undefined })],
  ['a blade alone in a tab', from(blade, 0, { tab: { id: 7, url: blade } })],
  ['a blade inside of another page', from(blade, 2, { tab: elsewhere })],
  ['a blade in a tab that we may not see', from(blade, 2, { tab: { id: 7 } })],
  ['Microsoft’s sign-in page', from('https://login.microsoftonline.com/x', 0)],
  ['no address', { id: self.id, origin: '', url: '', frameId: 0, tab: { id: 7 } }],
])('%s may ask nothing', (_, sender) => {
  expect(callerOf(sender, self, null)).toBeUndefined();
});

test.each([
  'http://portal.azure.com/',
  'https://portal.azure.com:8443/',
  'https://portal.azure.com.evil.example/',
  'https://portal.azure.com@evil.example/',
  'https://evil-portal.azure.com/',
  'https://portal.azure.com./',
  'https://xn--portal-zure-9db.com/',
  'https://evil.example/portal.azure.com/',
  'blob:https://evil.example/8d2f',
  'about:blank',
])('%s in the top frame is not the portal', (url) => {
  expect(callerOf(from(url, 0, { tab: { id: 7, url } }), self, null)).toBeUndefined();
});

test.each([
  'http://sandbox-1.reactblade.portal.azure.net/',
  'https://reactblade.portal.azure.net/',
  'https://evilreactblade.portal.azure.net/',
  'https://sandbox-1.reactblade.portal.azure.net.evil.example/',
  'https://sandbox-1.reactblade.portal.azure.net:8443/',
  'https://hosting.portal.azure.net/',
])('%s in a frame of the portal is no blade', (url) => {
  expect(callerOf(from(url, 2), self, null)).toBeUndefined();
});

const console = 'https://console.northwindvoice.example';
const consolePage = `${console}/services/contoso`;

test('the top frame of the provider’s console is that, at the address of its tab', () => {
  const sender = from(consolePage, 0, { tab: { id: 7, url: `${console}/services/fabrikam` } });
  const caller = { kind: 'provider-console', tabId: 7, frameId: 0, address: `${console}/services/fabrikam` };
  expect(callerOf(sender, self, console)).toEqual(caller);
});

test.each<[string, Sender, string | null]>([
  ['where we may not work', from(consolePage, 0), null],
  ['where we may work on another', from(consolePage, 0), 'https://other.example'],
  ['in a frame', from(consolePage, 4), console],
  ['in no frame', from(consolePage, 0, { frameId: undefined }), console],
  ['without a tab', from(consolePage, 0, { tab: undefined }), console],
  ['with another origin', from(consolePage, 0, { origin: 'https://evil.example' }), console],
  ['sandboxed', from(consolePage, 0, { origin: 'null' }), console],
  ['of another extension', from(consolePage, 0, { id: 'other' }), console],
  ['on another port', from('https://console.northwindvoice.example:8443/services/contoso', 0), console],
  ['without TLS', from('http://console.northwindvoice.example/services/contoso', 0), console],
  ['below another name', from('https://console.northwindvoice.example.evil.example/', 0), console],
  ['before another name', from('https://evil-console.northwindvoice.example/', 0), console],
])('the console %s may ask nothing', (_, sender, origin) => {
  expect(callerOf(sender, self, origin)).toBeUndefined();
});

test('a console that is named as the portal’s origin takes nothing away from the portal', () => {
  expect(callerOf(from('https://evil.example/', 0), self, 'https://entra.microsoft.com')).toBeUndefined();
});
