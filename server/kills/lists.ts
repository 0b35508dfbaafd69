import { randomUUID } from 'node:crypto';
import type { ImportCheck, ImportView } from '@latchkey/shared/api/invitation-imports';
import { parse } from 'csv-parse/sync';
import { listOf } from '../src/testing/adoption-steps.ts';
import { line, type Promised } from './acknowledged.ts';
import { NoAnswer, Stuck, type Answer } from './client.ts';
import { untilDone } from './until-done.ts';
import { good, type Walk } from './walker.ts';

/** A list of customers as an operator brings it. */
export interface CustomerList {
  readonly path: '/v1/invitation-imports' | '/v1/adoptions';
  readonly startedAction: 'invitation_import.started' | 'adoption.started';
  readonly rows: readonly ListedCustomer[];
  /** What is sent with it. */
  readonly more?: object;
}

export interface ListedCustomer {
  readonly shortName: string;
  /** A domain or an id. */
  readonly tenant: string;
}

/** A row of the result, as far as a line looks at it. */
export interface ResultRow {
  readonly shortName: string;
  readonly result: string;
  readonly reason: string;
  /** The invitation or the connection that was made of it; empty where nothing was. */
  readonly made: string;
}

const csvOf = ({ rows }: CustomerList): string =>
  listOf(...rows.map(({ shortName, tenant }) => `The company ${shortName},${shortName},${tenant},hosted-pro,25,`));

/** Looked through before it is confirmed: nothing is wrong in it that could be known without Microsoft. */
export async function check({ client }: Walk, list: CustomerList): Promise<void> {
  await client.step('look through', async () => {
    const body = { csv: csvOf(list) };
    const { ready, mistakes } = good(
      await client.call<ImportCheck>('POST', `${list.path}/check`, { body, promises: () => [] }),
    );
    if (ready !== list.rows.length) throw new Stuck(`${ready} rows are ready: ${JSON.stringify(mistakes)}`);
  });
}

/** Confirmed under one key, as the console does it: from the good answer on the list and each of its rows is owed. */
export function confirm({ client }: Walk, list: CustomerList, phase = 'confirm'): Promise<string> {
  const key = randomUUID();
  const { path, rows, startedAction, more } = list;
  // The header is the first row.
  const numbers = rows.map((_, place) => place + 2);
  return client.step(phase, async () => {
    const answer = await client.call<ImportView>('POST', path, {
      body: { csv: csvOf(list), ...more },
      key,
      promises: ({ body: { id } }) => [
        { table: 'invitation_imports', where: { id, total: rows.length } },
        ...numbers.map((row) => ({ table: 'invitation_import_rows', where: { import_id: id, row_number: row } })),
        { table: 'idempotency', where: { key } },
        line(startedAction, {}),
      ],
    });
    return good(answer).id;
  });
}

async function readList({ client }: Walk, { path }: CustomerList, id: string): Promise<ImportView> {
  const options = { promises: () => [] };
  const { imports } = good(await client.call<{ readonly imports: readonly ImportView[] }>('GET', path, options));
  const found = imports.find((one) => one.id === id);
  if (found === undefined) throw new Stuck('the list that was confirmed is not listed');
  return found;
}

/** Until a list reads so. */
export const untilSo = (here: Walk, list: CustomerList, id: string, isSo: (view: ImportView) => boolean) =>
  untilDone(here, {
    updates: ["update invitation_import_rows set due = ? where state = 'todo'"],
    isDone: async () => isSo(await readList(here, list, id)),
    otherwise: 'nobody works at the list',
  });

/** Until it has ended by itself. */
export const workOff = (here: Walk, list: CustomerList, id: string): Promise<void> =>
  here.client.step('work off', () => untilSo(here, list, id, ({ state }) => state !== 'running'));

/** The operator wants no more of it; whoever comes too late sees that it is over. */
export async function cancel(here: Walk, list: CustomerList, id: string): Promise<void> {
  const { client } = here;
  await client.step('give up', async () => {
    if ((await readList(here, list, id)).state !== 'running') return;
    const answer: Answer<{ readonly code?: string }> = await client.call('POST', `${list.path}/${id}/cancel`, {
      promises: () => [
        { table: 'invitation_imports', where: { id, state: 'cancelled' } },
        line('invitation_import.cancelled', {}),
      ],
    });
    if (answer.body.code === 'import_over') throw new NoAnswer('over meanwhile');
    good(answer);
  });
}

/** What became of each row. `promisesOf` is what somebody may rely on who reads that a row was made. */
export function readResult(
  { client }: Walk,
  { path, rows }: CustomerList,
  id: string,
  promisesOf: (row: ResultRow, asked: ListedCustomer) => readonly Promised[],
): Promise<readonly ResultRow[]> {
  return client.step('result', async () => {
    const options = { promises: () => [] };
    const { csv } = good(await client.call<{ readonly csv: string }>('GET', `${path}/${id}/result`, options));
    const told = (parse(csv) as string[][]).slice(1).map(rowOf);
    const promised = rows.flatMap((asked, place) => {
      const row = told[place];
      if (row?.shortName !== asked.shortName) throw new Stuck(`the result has no row for ${asked.shortName}`);
      return promisesOf(row, asked);
    });
    client.acknowledge(`GET ${path}/…/result`, promised);
    return told;
  });
}

/** The columns are: row, full name, short name, tenant, result, reason, and at last what was made. */
const rowOf = (cells: readonly string[]): ResultRow => {
  const [, , shortName = '', , result = '', reason = ''] = cells;
  return { shortName, result, reason, made: cells.at(-1) ?? '' };
};
