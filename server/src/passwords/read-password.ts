import type { OperatorRole } from '@latchkey/shared/api/endpoint';
import type { PasswordStanding } from '@latchkey/shared/api/passwords';
import { err, ok, type Result } from '@latchkey/shared/result';
import { transactOrRefuse } from '../audit/transact.ts';
import type { Clock } from '../clock.ts';
import type { Store } from '../storage/store.ts';
import type { CustomerRequest } from './customer-request.ts';
import { acknowledgementView, passwordView } from './password-view.ts';
import { removePassword } from './remove-password.ts';
import { triesLeft } from './tries.ts';

export interface KeepsPasswords {
  read(customerId: string, role: OperatorRole): Promise<Result<PasswordStanding, 'customer_not_found'>>;
  delete(request: CustomerRequest): Promise<Result<undefined, 'customer_not_found' | 'password_missing'>>;
  /** Deletes what nothing stands on a day after it was typed; gives how many. */
  deleteUnused(): Promise<number>;
}

/** A password that secured nothing within a day will not, and a standing administrator's password is worth stealing. */
const unusedForMs = 24 * 3_600_000;

export function createPasswordKeeper({ store, now }: { readonly store: Store; readonly now: Clock }): KeepsPasswords {
  return {
    async read(customerId, role) {
      const { customers, passwords } = store.read;
      const [customer, acknowledgement, stored] = await Promise.all([
        customers.find(customerId),
        passwords.findAcknowledgement(customerId),
        passwords.find(customerId),
      ]);
      if (customer === undefined) return err('customer_not_found');
      const tries = stored && (await triesLeft(passwords, customer.tenantId, stored.username, now()));
      return ok({
        acknowledgement: acknowledgement === undefined ? null : acknowledgementView(acknowledgement),
        password: stored === undefined || tries === undefined ? null : passwordView(stored, tries, role),
      });
    },
    delete: ({ customerId, actor, requestId }) =>
      transactOrRefuse<undefined, 'customer_not_found' | 'password_missing'>(store, async (tx, refuse) => {
        if ((await tx.customers.find(customerId)) === undefined) throw refuse('customer_not_found');
        const why = { customerId, reason: 'asked', at: now().toISOString(), actor, requestId } as const;
        if (!(await removePassword(tx, why))) throw refuse('password_missing');
        return undefined;
      }),
    async deleteUnused() {
      const before = new Date(now().getTime() - unusedForMs).toISOString();
      const unused = await store.read.passwords.findUnused(before);
      for (const customerId of unused) await deleteUnused(store, customerId, before, now());
      return unused.length;
    },
  };
}

/** Looked at once more under the lock: meanwhile it may have been typed anew, or have come into use. */
const deleteUnused = (store: Store, customerId: string, before: string, now: Date): Promise<void> =>
  store.transact(async (tx) => {
    if (!(await tx.passwords.findUnused(before)).includes(customerId)) return;
    const actor = { kind: 'system', id: null, name: 'Latchkey' } as const;
    await removePassword(tx, { customerId, reason: 'unused', at: now.toISOString(), actor, requestId: null });
  });
