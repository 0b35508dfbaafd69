import { shortNameKey } from '@latchkey/shared/customers/short-name';
import { adoptionProfile } from '../src/testing/adoption-steps.ts';
import { line, type Promised } from './acknowledged.ts';
import { Stuck } from './client.ts';
import {
  check,
  confirm,
  readResult,
  workOff,
  type CustomerList,
  type ListedCustomer,
  type ResultRow,
} from './lists.ts';
import { look } from './look.ts';
import { signIn, sisterOf, type Walk } from './walker.ts';

/** Tenants by a list: one that consented before anybody was invited, one that did not, and one that is nobody's. */
export async function walkAdopted(here: Walk): Promise<void> {
  const { customer } = here.practice.situation;
  await here.practice.afterwards();
  await signIn(here, 'Operator');
  const list: CustomerList = {
    path: '/v1/adoptions',
    startedAction: 'adoption.started',
    more: { profileId: adoptionProfile },
    rows: [
      { shortName: 'consented', tenant: customer.domain },
      { shortName: 'not-asked', tenant: sisterOf(here) },
      { shortName: 'nobody', tenant: 'nobody.example' },
    ],
  };
  await check(here, list);
  const id = await confirm(here, list);
  await workOff(here, list, id);
  const told = await readResult(here, list, id, promisesOf(customer.tenantId));
  const results = told.map(({ result }) => result).join(', ');
  if (results !== 'Adopted, Not adopted, Not adopted') throw new Stuck(`the rows read: ${results}`);
  if (told[1]?.reason.includes('has not consented') !== true) throw new Stuck(`not adopted: ${told[1]?.reason}`);
  await look(here, 'validate', told[0]?.made ?? '', 'validate');
}

/** A row that reads as adopted is a connection of that tenant, with its proof, its service, its short name and its line. */
const promisesOf =
  (tenantId: string) =>
  ({ result, made }: ResultRow, { shortName }: ListedCustomer): readonly Promised[] =>
    result !== 'Adopted'
      ? []
      : [
          { table: 'customers', where: { tenant_id: tenantId } },
          { table: 'connections', where: { id: made, tenant_id: tenantId, verdict_name: 'working' } },
          { table: 'validations', where: { connection_id: made } },
          { table: 'services', where: { short_name_key: shortNameKey(shortName) } },
          { table: 'short_names', where: { key: shortNameKey(shortName) } },
          line('connection.adopted', { connection_id: made }),
        ];
