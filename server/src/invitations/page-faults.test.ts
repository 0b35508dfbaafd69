import { expect, test } from 'vitest';
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
