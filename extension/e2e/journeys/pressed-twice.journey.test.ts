import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../../practice/places.ts';
import { passwordState } from '../fake-api/password-state.ts';
import { FakeApi } from '../fake-api/fake-api.ts';
import { ExtensionBrowser } from '../pages/extension-browser.ts';
import { standInForPortals } from '../pages/portal-stand-in.ts';
import { arrive, leave, settled, waitingOf, type Arrival } from '../twice/arrival.ts';
import { buttonsOn, pressOn, type Found } from '../twice/finger.ts';
import { allOr } from '../stage/thorough.ts';
import { consoleOrigin, entrypoints, newCustomer, stages, typeCustomer, type Stage } from '../twice/stages.ts';

/*
 * Every button of every page of the extension, pressed by an impatient person: what comes of it is what one press makes. Which
 * buttons there are is asked of the accessibility tree; what one press makes stands in twice/pressed-twice.md, a row for each.
 */

let api: FakeApi;
let browser: ExtensionBrowser;

beforeAll(async () => {
  api = await FakeApi.open();
  browser = await ExtensionBrowser.open({ allowed: consoleOrigin });
  await standInForPortals(browser.context);
  const html = '<!doctype html><html lang="en"><title>Console</title><main><h1>Console</h1></main></html>';
  await browser.context.route(`${consoleOrigin}/**`, (route) =>
    route.fulfill({ contentType: 'text/html', body: html }),
  );
});
afterAll(async () => {
  await browser?.close();
  await api?.close();
});

/** A customer's name, a number, what is copied, and the column by which a table is sorted are others; the button is the same. */
const named = (stage: Stage, name: string): string => {
  const { services, invitations, customers } = stage.state();
  const all = [...services, ...customers, ...invitations.map(({ customer }) => customer)].map(
    ({ fullName }) => fullName,
  );
  return all
    .reduce((said, customer) => said.replaceAll(customer, '…'), name)
    .replace(/^Copy: .*/, 'Copy: …')
    .replace(/: [a-z-]*desk$/, ': …')
    .replace(/ \d+( in the console)?$/, ' …$1')
    .replace(/ [↑↓]$/, '');
};

/** Presses every button of a stage, and every one that comes up behind another, if it is not known yet; a row for each. */
async function rowsOf(stage: Stage, known: Set<string>): Promise<readonly string[]> {
  const rows: string[] = [];
  const paths: (readonly Found[])[] = [];
  const find = (behind: readonly Found[], path: readonly Found[]): void => {
    for (const button of behind) {
      const name = named(stage, button.name);
      if (!known.has(name)) paths.push([...path, button]);
      known.add(name);
    }
  };
  let arrival: Arrival | undefined = await arrive(browser, api, stage);
  find(await buttonsOn(arrival.page, stage.part), []);
  for (let path = paths.shift(); path !== undefined; path = paths.shift()) {
    const said = path.map(({ name }) => named(stage, name)).join(' › ');
    const off = path.at(-1)?.off === true;
    const begin = `| ${stage.called} | ${said} | `;
    const expected = table.find((row) => row.startsWith(begin))?.slice(begin.length, -2);
    if (off) {
      rows.push(`${begin}it is off |`);
      continue;
    }
    /* oxlint-disable no-await-in-loop -- one finger */
    arrival ??= await arrive(browser, api, stage);
    const { made, behind } = await pressOn(browser, api, arrival, path, expected);
    await leave(browser, api, stage);
    /* oxlint-enable no-await-in-loop */
    arrival = undefined;
    rows.push(`${begin}${made} |`);
    find(behind, path);
  }
  await leave(browser, api, stage);
  return rows;
}

const table = readFileSync(new URL('../twice/pressed-twice.md', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) => line.replace(/ +/g, ' '));

const pageOf = ({ called }: Stage): string => called.split(',')[0] ?? '';

const pages = [...Map.groupBy(stages, pageOf)];
/** In short, a page of each kind on the line from Add New Customer to the portal: in the console, in somebody else's page, in neither. */
const onTheLine = ['Method by link', 'Guide card', 'Sign-in'];

test('every page of the line is on the stages', () => {
  expect(pages.map(([page]) => page)).toEqual(expect.arrayContaining(onTheLine));
});

test.each(
  allOr(
    pages,
    pages.filter(([page]) => onTheLine.includes(page)),
  ),
)('%s: every button has its row, and pressed again and again it makes what one press makes', async (page, states) => {
  const known = new Set<string>();
  const rows: string[] = [];
  // oxlint-disable-next-line no-await-in-loop -- a button that was pressed in one state of the page is not pressed in the next
  for (const stage of states) rows.push(...(await rowsOf(stage, known)));
  expect(rows).toEqual(table.filter((row) => row.startsWith(`| ${page} |`) || row.startsWith(`| ${page}, `)));
  expect(browser.complaints).toEqual([]);
});

test('every page of the build is on the stages', () => {
  const folders = readdirSync(join(root, 'extension', 'src', 'entrypoints'), { withFileTypes: true });
  expect(
    folders
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .toSorted(),
  ).toEqual(entrypoints);
});

test('Back from every place of the console leads to the place before, and what was typed of a customer is there again', async () => {
  api.state = passwordState();
  await browser.signIn(api);
  const console = stages.filter(({ part }) => part === 'main');
  const all = [...new Set(console.map(({ place }) => place.slice('console.html'.length)))].filter(
    (hash) => hash !== '',
  );
  // In short, the form and what lies around it.
  const form = all.indexOf(newCustomer);
  const places = allOr(all, all.slice(Math.max(0, form - 3), form + 3));
  const page = await browser.openPage('console.html');
  const waiting = waitingOf(page, api);
  const look = async () => {
    await settled(page, waiting, api);
    const heading = await page.getByRole('heading', { level: 1 }).textContent();
    const typed = await page
      .locator('main input[autocomplete="off"]')
      .evaluateAll((all) => all.map((input) => (input as HTMLInputElement).value));
    return { hash: new URL(page.url()).hash, heading, typed };
  };
  const way: Awaited<ReturnType<typeof look>>[] = [];
  for (const hash of places) {
    /* oxlint-disable no-await-in-loop -- one step after the other */
    await page.evaluate((there) => (location.hash = there), hash);
    await settled(page, waiting, api);
    if (hash === newCustomer) await typeCustomer(page);
    way.push(await look());
  }
  expect(way.flatMap(({ typed }) => typed)).toContain('Trey Research');
  for (const before of way.slice(0, -1).toReversed()) {
    await page.goBack();
    await expect.poll(look).toEqual(before);
    /* oxlint-enable no-await-in-loop */
  }
  expect(browser.complaints).toEqual([]);
});
