import { standingOf } from '@latchkey/shared/invitations/standing';
import { afterEach, expect, test } from 'vitest';
import { startLine, type Line } from '../testing/line.ts';
import { pictureOf } from '../testing/snapshot.ts';
import { look } from '../testing/steps.ts';
import { endings } from './endings-samples.ts';

const headingOf = (html: string): string =>
  /<h1[^>]*>([\s\S]*?)<\/h1>/
    .exec(html)?.[1]
    ?.replaceAll(/<[^>]+>/g, '')
    .trim() ?? '';
const waysOn = (html: string): string[] =>
  [...html.matchAll(/<(form|a)\b[^>]*(?:action|href)="(\/i\/[a-z-]+)(?:\?of=\w+)?"/g)].map(([, , path]) => path!);

let line: Line | undefined;
afterEach(async () => {
  await line?.stop();
  line = undefined;
});

test.each(endings)('$name', async (ending) => {
  line = await startLine(ending.options);
  const browser = line.browse();
  const { response, id } = await ending.act(line, browser);
  const html = await response.clone().text();
  const view = await look(line, id);
  const standing = standingOf(
    { ...view, verdict: view.connection?.verdict ?? null, cause: view.connection?.cause ?? null },
    line.now().getTime(),
  );
  expect({
    http: response.status,
    status: view.status,
    owner: standing.owner,
    operatorSees: standing.key,
    connections: pictureOf(line)['connections']?.length,
  }).toEqual({
    http: ending.http,
    status: ending.status,
    owner: ending.owner,
    operatorSees: ending.operatorSees,
    connections: ending.connections,
  });
  expect(html).toContain(ending.adminReads);
  expect(waysOn(html), headingOf(html)).toEqual(expect.arrayContaining([...ending.wayOn]));
  if (ending.status !== 'authentication_complete') expect(html).not.toContain('Done, and proved');
});
