import { afterEach, expect, test } from 'vitest';
import { startLine, type Line } from '../testing/line.ts';
import { pictureOf } from '../testing/snapshot.ts';
import { answer, invite, look } from '../testing/steps.ts';

let line: Line;
afterEach(() => line.stop());

const pages = ['/i', '/i/invitation', '/i/result', '/i/start', '/i/open', '/i/code'];

test('T02: scanners of mail open a link by GET, by HEAD and in a browser without a person; then the person succeeds', async () => {
  line = await startLine({ overSockets: true });
  const { id, link } = await invite(line);
  const before = pictureOf(line);
  const { pathname } = new URL(link);
  for (let scanner = 0; scanner < 50; scanner += 1)
    expect((await line.send(scanner % 2 === 0 ? pathname : `${pathname}?utm=${scanner}`)).status).toBe(200);
  for (const method of ['HEAD', 'GET', 'OPTIONS'])
    for (const path of pages) expect((await line.send(path, { method })).status).toBeLessThan(500);
  expect(pictureOf(line)).toEqual(before);

  // One that runs the page's script swaps the fragment for a cookie and looks at every page, and presses nothing.
  for (let scanner = 0; scanner < 5; scanner += 1) {
    const headless = line.browse();
    expect((await headless.open(link)).status).toBe(204);
    for (const path of pages) await headless.get(path);
  }
  const { invitation_visits: _, ...after } = pictureOf(line);
  const { invitation_visits: __, ...same } = before;
  expect(after).toEqual(same);
  expect(await look(line, id)).toMatchObject({ status: 'ready', startedAt: null });

  expect((await answer(line, line.browse(), link, 'approves')).html).toContain('Done, and proved');
  expect(await look(line, id)).toMatchObject({ status: 'authentication_complete' });
});
