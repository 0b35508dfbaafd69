import type { AdoptionView } from '@latchkey/shared/api/adoptions';
import { parse } from 'csv-parse/sync';
import type { Line } from './line.ts';

export const adoptionProfile = 'direct-routing-application';

const header = 'full_name,short_name,tenant,licence_type,licensed_users,reference';
export const listOf = (...rows: readonly string[]) => [header, ...rows].join('\r\n');

/** What an operator does with a list of tenants that have consented, and what came of it. */
export function adoptionSteps(line: () => Line) {
  const customer = () => line().practice.situation.customer;
  /** The situation's customer, by its id where nothing is said. */
  const row = (tenant = customer().tenantId, name = 'northwind') =>
    `Northwind Traders,${name},${tenant},hosted-pro,25,=1+1`;
  const start = (csv = listOf(row()), profileId: string = adoptionProfile) =>
    line().call<AdoptionView & { code?: string }>('POST', '/v1/adoptions', { csv, profileId });
  const newest = async () => (await line().call<{ imports: AdoptionView[] }>('GET', '/v1/adoptions')).body.imports[0];
  return {
    customer,
    row,
    start,
    newest,
    /** Confirmed, and worked off as far as it goes now. */
    async adopt(csv?: string): Promise<void> {
      const { status, body } = await start(csv);
      if (status !== 201) throw new Error(JSON.stringify(body));
      await line().runJob('adoptions');
    },
    /** Each row's result, reason, verdict, evidence and connection. */
    async results(): Promise<string[][]> {
      const { id } = (await newest())!;
      const { body } = await line().call<{ csv: string }>('GET', `/v1/adoptions/${id}/result`);
      return (parse(body.csv) as string[][]).slice(1).map((cells) => cells.slice(4));
    },
    async connection() {
      const { customers, connections } = line().store.read;
      const found = await customers.findByTenant(customer().tenantId);
      return found && connections.findByCustomer(found.id);
    },
    actions: async () => (await line().store.read.audit.after(0, 200)).map(({ action }) => action),
  };
}
