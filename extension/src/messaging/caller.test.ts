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
  expect(callerOf(from(url, 0), self)).toEqual({ kind });
  expect(callerOf(from(url, 0, { tab: undefined, frameId: undefined }), self)).toEqual({ kind });
});

test('the top frame of a portal is the portal, at the address of its tab', () => {
  const caller = { kind: 'portal', tabId: 7, frameId: 0, address: portal };
  expect(callerOf(from('https://entra.microsoft.com/', 0), self)).toEqual(caller);
});

test('a frame of a blade host inside of a portal is a blade, at the address of its tab', () => {
  expect(callerOf(from(blade, 12), self)).toEqual({ kind: 'blade', tabId: 7, frameId: 12, address: portal });
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
  expect(callerOf(sender, self)).toBeUndefined();
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
  expect(callerOf(from(url, 0, { tab: { id: 7, url } }), self)).toBeUndefined();
});

test.each([
  'http://sandbox-1.reactblade.portal.azure.net/',
  'https://reactblade.portal.azure.net/',
  'https://evilreactblade.portal.azure.net/',
  'https://sandbox-1.reactblade.portal.azure.net.evil.example/',
  'https://sandbox-1.reactblade.portal.azure.net:8443/',
  'https://hosting.portal.azure.net/',
])('%s in a frame of the portal is no blade', (url) => {
  expect(callerOf(from(url, 2), self)).toBeUndefined();
});
