import { shortNameKey } from '@latchkey/shared/customers/short-name';
import { line, type Promised } from './acknowledged.ts';
import { withDatabase } from './check-database.ts';
import { Stuck } from './client.ts';
import {
  cancel,
  check,
  confirm,
  readResult,
  untilSo,
  workOff,
  type CustomerList,
  type ListedCustomer,
  type ResultRow,
} from './lists.ts';
import { signIn, sisterOf, type Walk } from './walker.ts';

const lists = { path: '/v1/invitation-imports', startedAction: 'invitation_import.started' } as const;
const nobody = (shortName: string): ListedCustomer => ({ shortName, tenant: `${shortName}.example` });

/** New customers by a list, in which one tenant is nobody's; and a second list, of which the operator wants no more while it is worked off. */
export async function walkListed(here: Walk): Promise<void> {
  await signIn(here, 'Operator');
  const { customer, provider } = here.practice.situation;
  await invite(here, [
    { shortName: 'one', tenant: customer.domain },
    nobody('nobody'),
    { shortName: 'two', tenant: sisterOf(here) },
  ]);
  await giveUp(here, provider.domain);
}

async function invite(here: Walk, rows: readonly ListedCustomer[]): Promise<void> {
  const list: CustomerList = { ...lists, rows };
  await check(here, list);
  const id = await confirm(here, list);
  await workOff(here, list, id);
  const told = await readResult(here, list, id, promisesOf);
  const results = told.map(({ result }) => result).join(', ');
  if (results !== 'Created, Not created, Created') throw new Stuck(`the rows read: ${results}`);
  if (told[1]?.reason.includes('Microsoft knows no tenant') !== true)
    throw new Stuck(`not created: ${told[1]?.reason}`);
}

/** More rows than are begun within a second: there is always something left to be given up. */
const manyRows = 10;

/** What was begun may have been made: then it is told, and else it is not made. */
async function giveUp(here: Walk, tenant: string): Promise<void> {
  const others = Array.from({ length: manyRows }, (_, place) => nobody(`nobody-${place}`));
  const list: CustomerList = { ...lists, rows: [{ shortName: 'three', tenant }, ...others] };
  const id = await confirm(here, list, 'confirm another');
  await here.client.step('begin', () => untilSo(here, list, id, () => isBegun(here, id)));
  await cancel(here, list, id);
  await here.client.step('leave', () => untilSo(here, list, id, () => !isHeld(here, id)));
  const [first] = await readResult(here, list, id, promisesOf);
  if (first?.result !== 'Created' && first?.result !== 'Not created: cancelled')
    throw new Stuck(`the row that was begun reads: ${first?.result}`);
}

const isBegun = (here: Walk, id: string): boolean => hasRow(here, id, 'claims > 0');
/** Somebody has begun a row, and nobody has told yet what became of it. */
const isHeld = (here: Walk, id: string): boolean => hasRow(here, id, "claims > 0 and state = 'todo'");

const hasRow = ({ dataFolder }: Walk, id: string, condition: string): boolean =>
  withDatabase(dataFolder, (database) =>
    database.prepare(`select 1 from invitation_import_rows where import_id = ? and ${condition} limit 1`).get(id),
  ) !== undefined;

/** A row that reads as created is an invitation, with its short name and its line; one that does not has left no short name behind. */
const promisesOf = ({ result, made }: ResultRow, { shortName }: ListedCustomer): readonly Promised[] =>
  result !== 'Created'
    ? []
    : [
        { table: 'invitations', where: { id: made, status: 'draft' } },
        { table: 'short_names', where: { key: shortNameKey(shortName), invitation_id: made } },
        line('invitation.created', { invitation_id: made }),
      ];
