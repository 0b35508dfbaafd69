import { afterAll, beforeAll, expect, test } from 'vitest';
import { startLine, type Line } from '../testing/line.ts';
import { pictureOf } from '../testing/snapshot.ts';
import { invite, look } from '../testing/steps.ts';

let line: Line;
beforeAll(async () => {
  line = await startLine();
});
afterAll(() => line.stop());

const other = 'Fabrikam Kitchens';
const inviteOther = () => invite(line, { tenant: line.practice.situation.provider.tenantId, fullName: other });
const cancel = (id: string) => line.call('POST', `/v1/invitations/${id}/cancel`);

test('T07: two customers in two tabs are two visits: what is pressed on one page is not about the other', async () => {
  const { practice } = line;
  const [mine, theirs] = [await invite(line), await inviteOther()];
  const browser = line.browse();
  await browser.open(mine.link);
  await browser.open(theirs.link);
  const page = async (path: string) => (await browser.get(path)).text();

  const first = await page(`/i/invitation?of=${mine.id}`);
  expect(first).toContain(practice.situation.customer.name);
  expect(first).toContain(`action="/i/start?of=${mine.id}"`);
  expect(first).not.toContain(other);
  expect(await page(`/i/invitation?of=${theirs.id}`)).toContain(other);
  expect(await page('/i/invitation'), 'an address that names none').toContain(other);

  const left = await browser.start(`/i/start?of=${mine.id}`);
  expect(new URL(left).pathname).toContain(practice.situation.customer.tenantId);
  expect((await look(line, theirs.id)).startedAt).toBeNull();

  await browser.open(theirs.link);
  const { first: back, html } = await browser.comeBack(
    (await browser.atMicrosoft(left, practice.admin, 'approves')).left!,
  );
  expect(back.headers.get('location')).toBe(`/i/result?of=${mine.id}`);
  expect(html).toContain('Done, and proved');
  expect(html).not.toContain(other);
  expect(await look(line, theirs.id)).toMatchObject({ status: 'ready', startedAt: null });

  // Who opened one link knows nothing by the name of the other.
  const onlyTheirs = line.browse();
  await onlyTheirs.open(theirs.link);
  const before = pictureOf(line);
  expect((await onlyTheirs.get(`/i/invitation?of=${mine.id}`)).status).toBe(404);
  expect((await onlyTheirs.post(`/i/start?of=${mine.id}`)).status).toBe(404);
  expect((await onlyTheirs.post('/i/start?of=')).status).toBe(404);
  expect(pictureOf(line)).toEqual(before);
  await cancel(theirs.id);
});

test('who opens link after link keeps the newest twenty', async () => {
  const browser = line.browse();
  const ids: string[] = [];
  for (let count = 1; count <= 24; count += 1) {
    const { id, link } = await inviteOther();
    ids.push(id);
    await browser.open(link);
    await cancel(id);
  }
  const kept = [...browser.jar.all.keys()].filter((name) => name.includes('inv_'));
  expect(kept.map((name) => name.split('invitation-')[1])).toEqual(ids.slice(-20));
});
