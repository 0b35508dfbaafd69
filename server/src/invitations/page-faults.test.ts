import { describe, expect, test } from 'vitest';
import { openTemporaryApp } from '../temporary-app.ts';
import { startLine } from '../testing/line.ts';
import { invite } from '../testing/steps.ts';

test('a page that fails on our side says so as a page, with a reference, and nothing of the cause', async () => {
  const line = await startLine();
  const { id, link } = await invite(line);
  const browser = line.browse();
  await browser.open(link);
  const back = (await browser.atMicrosoft(await browser.start(), line.practice.admin, 'approves')).left!;
  const find = line.store.read.invitations.find.bind(line.store.read.invitations);
  Object.assign(line.store.read.invitations, {
    find: () => Promise.reject(new TypeError('the cause that nobody may see')),
  });
  const response = await browser.get(back.pathname + back.search);
  expect(response.status).toBe(500);
  expect(response.headers.get('content-type')).toContain('text/html');
  const html = await response.text();
  expect(html).toContain('Something went wrong here');
  expect(html).toContain(response.headers.get('x-request-id'));
  expect(html + line.logged()).not.toContain('the cause that nobody may see');
  Object.assign(line.store.read.invitations, { find });
  expect((await line.store.read.invitations.find(id))?.status).toBe('opened');
  await line.stop();
});

describe('whoever stands on a page is told on a page', () => {
  const few = { address: 3, signIn: 3, opening: 3, operator: 3, guideCheck: 3, testMail: 3 };

  test('that there were too many tries, and for how long to wait; the script of the landing page is told as a program', async () => {
    const api = await openTemporaryApp({ limits: few });
    const answers = [];
    for (let turn = 0; turn < 4; turn += 1) answers.push(await api.call('GET', '/i/invitation'));
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 429]);
    expect(answers[3]!.headers.get('retry-after')).toBe('60');
    expect(answers[3]!.headers.get('content-security-policy')).toContain("default-src 'none'");
    const html = await answers[3]!.text();
    expect(html).toContain('Too many tries in a short time');
    expect(html).toContain('Wait a minute, then try again.');
    const called = await api.call('POST', '/i/open', { headers: { 'sec-fetch-site': 'same-origin' } });
    expect(await called.json()).toMatchObject({ code: 'too_many_requests' });
    await api.close();
  });

  test.each(['/i/invitations', '/i/', '/consent', '/consent/callback/x'])('that %s leads nowhere', async (path) => {
    const api = await openTemporaryApp();
    const answer = await api.call('GET', path);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, expect.stringContaining('text/html')]);
    expect(await answer.text()).toContain('This link is not known here');
    await api.close();
  });

  test('and whoever loads the address of a form again is led to where the form is', async () => {
    const api = await openTemporaryApp();
    for (const path of ['/i/start', '/i/approve-organization', '/i/error', '/i/guide'])
      expect((await api.call('GET', path)).headers.get('location')).toBe('/i/result');
    expect((await api.call('GET', '/i/code')).headers.get('location')).toBe('/i');
    await api.close();
  });
});
