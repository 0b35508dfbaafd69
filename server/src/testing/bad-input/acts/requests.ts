import { invited, order, type Stage } from '../stage.ts';
import type { Acts } from './act.ts';

const tooLong = 'x'.repeat(64 * 1024 + 1);
const opening = (at: Stage, contentType: string, body: string) =>
  Promise.resolve(
    at.line.send('/i/open', {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin', 'content-type': contentType },
      body,
    }),
  );

/** Somebody who is an Admin: their session takes the place of the code, which nobody needs. */
async function asAdmin(at: Stage): Promise<void> {
  const { session } = (await (await at.line.signIn('Admin')).json()) as { session: string };
  at.about = { ...at.about, code: session };
}
const auditOf = (at: Stage, query: string) =>
  Promise.resolve(
    at.line.send(`/v1/audit${query}`, { method: 'GET', headers: { authorization: `Bearer ${at.about.code}` } }),
  );

export const requestActs: Acts = {
  'a body of 64 kB and one byte': { act: (at) => order(at, {}, { body: tooLong }) },
  'broken JSON': { act: (at) => order(at, {}, { body: '{"tenant":"contoso.com",' }) },
  'JSON as `text/plain`': { act: (at) => order(at, {}, { headers: { 'content-type': 'text/plain' } }) },
  'JSON as a form': {
    act: (at) => order(at, {}, { headers: { 'content-type': 'application/x-www-form-urlencoded' } }),
  },
  'a key that nobody knows': { act: (at) => order(at, { status: 'authentication_complete' }) },
  'a field twice in the address': { act: (at) => at.line.signed('GET', '/v1/invitations?which=all&which=pending') },
  'a session that has ended': {
    act: (at) => order(at, {}, { headers: { authorization: `Bearer ${'s'.repeat(43)}` } }),
  },
  'the audit log, read by an Operator': { act: (at) => at.line.signed('GET', '/v1/audit') },
  'the audit log by an action that is none': { prepare: asAdmin, act: (at) => auditOf(at, '?action=made.up') },
  'the audit log by an id that is none': { prepare: asAdmin, act: (at) => auditOf(at, '?about=cus_1') },
  'an address that is none': { act: (at) => at.line.signed('GET', '/v1/invitation') },
  'a page that is none': { prepare: invited, act: (at) => at.browser.get('/i/invitations') },
  'an error pasted of 64 kB and one byte': {
    prepare: async (at) => {
      await invited(at);
      await at.browser.open(at.about.link);
    },
    act: (at) => at.browser.post('/i/error', { text: tooLong }),
  },
  'a link opened with broken JSON': { prepare: invited, act: (at) => opening(at, 'application/json', '{"token":') },
  'a link opened as a form': {
    prepare: invited,
    act: (at) => opening(at, 'application/x-www-form-urlencoded', 'token=x'),
  },
  'Start, pressed on another site’s page': {
    prepare: async (at) => {
      await invited(at);
      await at.browser.open(at.about.link);
    },
    act: async (at) =>
      at.line.send('/i/start', {
        method: 'POST',
        headers: { ...at.browser.jar.header(), 'sec-fetch-site': 'cross-site' },
      }),
  },
};
