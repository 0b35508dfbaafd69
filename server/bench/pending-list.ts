// How long one page of the pending invitations takes, as its rows grow: `npm run bench`. Says it beside ten rows, in the same run.

import { pendingStatuses } from '@latchkey/shared/invitations/status';
import { createPendingLister } from '../src/invitations/list-pending.ts';
import { addSample } from '../src/storage/store-samples.ts';
import { temporaryStores } from '../src/storage/temporary-store.ts';

type Question = Parameters<ReturnType<typeof createPendingLister>['list']>[0];

const now = new Date('2026-11-26T12:00:00Z');
/** As an operator asks: each order, one owner, silence, and a name that is found once or in many rows. */
const questions: Readonly<Record<string, Question>> = {
  'who must act first': { filter: {}, order: 'owner' },
  'longest wait first': { filter: {}, order: 'waiting' },
  'by name': { filter: {}, order: 'name' },
  'by status': { filter: {}, order: 'status' },
  'by expiry': { filter: {}, order: 'expiry' },
  'customer must act': { filter: { owner: 'customer' }, order: 'owner' },
  'no answer': { filter: { status: 'no_answer' }, order: 'owner' },
  'a name': { filter: { search: 'contoso 007' }, order: 'owner' },
};

/** Milliseconds for each question: the middle one of thirty answers, each written as it is sent. */
async function measure(rows: number): Promise<Record<string, number>> {
  const { store, close } = await temporaryStores.sqlite.open();
  await store.transact(async (tx) => {
    for (let n = 1; n <= rows; n += 1) {
      const status = pendingStatuses[n % pendingStatuses.length] ?? 'draft';
      const startedAt = status === 'opened' ? '2026-11-26T11:00:00.000Z' : null;
      // oxlint-disable-next-line no-await-in-loop -- one connection
      await addSample(tx, n, { status, startedAt, expiresAt: '2027-01-01T00:00:00.000Z' });
    }
  });
  const lister = createPendingLister(store.read, () => now);
  const middles: Record<string, number> = {};
  for (const [name, question] of Object.entries(questions)) {
    const taken: number[] = [];
    for (let turn = 0; turn < 40; turn += 1) {
      const begun = performance.now();
      // oxlint-disable-next-line no-await-in-loop -- one after the other is what is measured
      JSON.stringify(await lister.list(question, undefined, true));
      taken.push(performance.now() - begun);
    }
    // The first ten warm up what the engine keeps.
    middles[name] = taken.slice(10).toSorted((a, b) => a - b)[15] ?? Number.NaN;
  }
  await close();
  return middles;
}

const sizes = [10, 1000, 10_000];
const measured = new Map<number, Record<string, number>>();
// oxlint-disable-next-line no-await-in-loop -- two at a time would measure each other
for (const rows of sizes) measured.set(rows, await measure(rows));
const table = Object.keys(questions).map((question) => [
  question,
  Object.fromEntries(sizes.map((rows) => [`${rows} rows, ms`, Number(measured.get(rows)?.[question]?.toFixed(1))])),
]);
console.table(Object.fromEntries(table));
