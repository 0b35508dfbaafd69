import { expect, test } from 'vitest';
import { createLog } from './log/log.ts';
import { createSealedApp } from './sealed-app.ts';
import { temporaryConfiguration } from './temporary-app.ts';

const configuration = temporaryConfiguration();
const lines: string[] = [];
const log = createLog('debug', { write: (line) => void lines.push(line) });
const app = createSealedApp(configuration, log, () => new Date('2026-11-02T09:00:00.000Z'));
const ask = (method: string, path: string) => app.request(path, { method });

test.each([
  ['GET', '/i'],
  ['GET', '/i/invitation'],
  ['GET', '/i/result'],
  ['POST', '/i/start'],
  ['POST', '/i/code'],
  ['POST', '/i/approve-organization'],
  ['POST', '/i/error'],
  ['GET', '/consent/callback?code=a-code&state=a-state'],
  ['GET', '/consent/admin-callback?admin_consent=True&state=a-state'],
  ['GET', '/i/nowhere'],
])('a person at %s %s is told in words, with the provider’s name and a reference', async (method, path) => {
  const answer = await ask(method, path);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([503, 'text/html; charset=UTF-8']);
  const html = await answer.text();
  expect(html).toContain('This service is not ready');
  expect(html).toContain(configuration.providerName);
  expect(html).toContain(answer.headers.get('x-request-id')!);
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(answer.headers.get('set-cookie')).toBeNull();
  expect(html).not.toContain('a-code');
  expect(lines.join('')).not.toContain('a-code');
});

test.each([
  ['GET', '/v1/session'],
  ['POST', '/v1/invitations'],
  ['POST', '/i/open'],
  ['GET', '/readyz'],
  ['GET', '/'],
])('a program at %s %s is told by a problem', async (method, path) => {
  const answer = await ask(method, path);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([503, 'application/problem+json']);
  expect(await answer.json()).toMatchObject({ code: 'sealed' });
});

test('the page is dressed: what it links to is there', async () => {
  const html = await (await ask('GET', '/i')).text();
  const [, sheet] = /href="(\/i\/assets\/[^"]+\.css)"/.exec(html) ?? [];
  const answer = await ask('GET', sheet!);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8']);
  expect((await ask('GET', '/i/assets/nothing.css')).status).toBe(404);
});
