import { pasteSamples } from '@latchkey/shared/errors/doctor/paste-samples';
import type { Page } from 'playwright-core';
import { idOf } from '../fake-api/ids.ts';
import { actionNeeded, ago, connectionOf, customerOf, serviceOf, verdictOf } from '../fake-api/samples.ts';
import { busyState, type FakeState } from '../fake-api/state.ts';

/* What is seen one at a time, next to one another in one picture: each is taken from the page as it was drawn. */

const minute = 60_000;

const verdicts = [
  ['Contoso Ltd', verdictOf(5 * minute)],
  ['Fourth Coffee', verdictOf(30 * minute, { verdict: 'degraded', cause: 'permission_surplus', owner: 'customer' })],
  [
    'Northwind Traders',
    verdictOf(2 * minute, {
      verdict: 'settling',
      evidence: 'token',
      cause: 'propagation',
      owner: 'microsoft',
      checks: verdictOf(0).checks.slice(0, 3),
      settlingUntil: new Date(Date.now() + 4 * minute).toISOString(),
    }),
  ],
  ['Coho Winery', actionNeeded(minute)],
  [
    'Litware, Inc.',
    verdictOf(3 * minute, {
      verdict: 'blocked',
      evidence: 'none',
      cause: 'conditional_access',
      owner: 'customer',
      checks: [],
      code: 'AADSTS53003',
    }),
  ],
  [
    'Adventure Works',
    verdictOf(4 * minute, {
      verdict: 'unreachable',
      evidence: 'none',
      cause: 'no_network',
      owner: 'provider',
      checks: [],
    }),
  ],
  ['Tailspin Toys', null],
] as const;

/** A connection with each of the seven verdicts. */
export const everyVerdict = (): FakeState => ({
  ...busyState(),
  services: verdicts.map(([name, verdict], index) => serviceOf(index + 1, name, verdict)),
});

/** So many customers that nobody reads them one by one. */
export const manyCustomers = (): FakeState => ({
  ...busyState(),
  customers: Array.from({ length: 200 }, (_, index) => {
    const [name, verdict] = verdicts[index % verdicts.length] ?? verdicts[0];
    return customerOf(index + 1, `${name} ${index + 1}`, connectionOf(index + 1, verdict));
  }),
});

/** Alerts go somewhere, and somebody must approve again. */
export const toldAndLacking = (): FakeState => ({
  ...busyState(),
  role: 'Admin',
  alertTargets: [
    {
      id: 'night-desk',
      url: 'https://alerts.northwindvoice.example/desk',
      on: true,
      quiet: { from: '22:00', until: '06:00', zone: 'Europe/Berlin' },
      changedAt: ago(60 * minute),
      changedBy: 'Ada Berg',
      version: 1,
      waiting: 1,
      failed: 2,
      lastFailure: { fault: 'answered', code: 503, at: ago(4 * minute) },
      deliveredAt: ago(9 * minute),
    },
  ],
  lacking: [1, 2].map((count) => ({
    customerId: idOf('cus', count),
    fullName: verdicts[count - 1]?.[0] ?? '',
    connectionId: idOf('con', count),
    version: 1,
    lacks: ['Directory.Read.All'],
    pending: 'none',
    readAt: null,
  })),
});

/** Goes to each state in turn, keeps what is seen there, and lays all of it out. */
async function layOut(page: Page, columns: number, states: readonly (() => Promise<string>)[]): Promise<void> {
  await page.evaluate(() => void Object.assign(globalThis, { kept: [] }));
  for (const reach of states) {
    const selector = await reach();
    await page.evaluate((where) => {
      const { kept } = globalThis as unknown as { kept: Node[] };
      const seen = document.querySelector(where);
      if (seen !== null) kept.push(seen.cloneNode(true));
    }, selector);
  }
  await page.evaluate((count) => {
    const { kept } = globalThis as unknown as { kept: Node[] };
    const grid = document.createElement('main');
    // Headings of cards are those of the console in there.
    grid.className = 'lkc';
    Object.assign(grid.style, { display: 'grid', gap: '1rem', padding: '1.5rem', alignItems: 'start' });
    grid.style.gridTemplate = 'none';
    grid.style.gridTemplateColumns = `repeat(${count}, minmax(0, 1fr))`;
    grid.append(...kept);
    document.body.replaceChildren(grid);
  }, columns);
}

export const verdictCards = (page: Page): Promise<void> =>
  layOut(
    page,
    4,
    verdicts.map(([name], index) => async () => {
      await page.evaluate((hash) => void (location.hash = hash), `#/services/${idOf('svc', index + 1)}/m365-settings`);
      await page.getByRole('heading', { level: 1, name }).waitFor();
      await page.locator('.lk-verdict').waitFor();
      return '.lk-verdict';
    }),
  );

const pastes = ['a mail', 'a page in German', 'the output of a shell', 'a line of a log', 'an address'];

export const fivePastes = (page: Page): Promise<void> =>
  layOut(
    page,
    3,
    pastes.map((paste) => async () => {
      await page.locator('textarea').fill(pasteSamples.find(({ name }) => name === paste)?.text ?? '');
      await page.getByRole('button', { name: 'Read the error' }).click();
      await page.locator('.lkc-doctor-result .lk-owner').first().waitFor();
      await page
        .locator('.lkc-doctor-result')
        .getByText(/^Looking/)
        .waitFor({ state: 'detached' });
      return '.lkc-doctor-result';
    }),
  );
