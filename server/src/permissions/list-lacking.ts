import type { LackingCustomer } from '@latchkey/shared/api/approve-again';
import { lackingOf } from '@latchkey/shared/permissions/consent-diff';
import type { PermissionProfile } from '@latchkey/shared/permissions/profile';
import { err, ok, type Result } from '@latchkey/shared/result';
import type { Connection } from '../connections/connection-repository.ts';
import { readPendingBefore } from '../invitations/replace-pending.ts';
import type { Reads } from '../storage/store.ts';
import { findNewestProfile } from './find-profile.ts';

export interface ListsLackingCustomers {
  list(
    profileId: string,
  ): Promise<
    Result<{ readonly version: number; readonly customers: LackingCustomer[] }, 'permission_profile_not_found'>
  >;
}

const pageSize = 200;
const mostShown = 1000;

/** Who must approve again, because a newer version of their profile requires what they do not hold. By what was read back last. */
export const createLackingLister = (reads: Reads): ListsLackingCustomers => ({
  async list(profileId) {
    const newest = await findNewestProfile(reads, profileId);
    if (newest === undefined) return err('permission_profile_not_found');
    const customers: LackingCustomer[] = [];
    let after = '';
    while (customers.length < mostShown) {
      // oxlint-disable-next-line no-await-in-loop -- page by page
      const page = await reads.connections.findByOlderProfile(newest, { after, limit: pageSize });
      // oxlint-disable-next-line no-await-in-loop
      const lacking = await Promise.all(page.map((connection) => lackingCustomer(reads, connection, newest)));
      customers.push(...lacking.filter((one) => one !== undefined));
      const last = page.at(-1);
      if (last === undefined || page.length < pageSize) break;
      after = last.id;
    }
    return ok({ version: newest.version, customers: customers.slice(0, mostShown) });
  },
});

async function lackingCustomer(
  reads: Reads,
  connection: Connection,
  newest: PermissionProfile,
): Promise<LackingCustomer | undefined> {
  const latest = await reads.validations.findLatest(connection.id);
  const lines = latest?.permissions ?? null;
  const lacks = lackingOf(newest, lines);
  const customer = await reads.customers.find(connection.customerId);
  if (lacks.length === 0 || customer === undefined) return undefined;
  return {
    customerId: customer.id,
    fullName: customer.fullName,
    connectionId: connection.id,
    version: connection.profile.version,
    lacks: [...lacks],
    pending: await readPendingBefore(reads, customer.id, newest),
    readAt: lines === null ? null : (latest?.at ?? null),
  };
}
