import type { PasswordView } from '@latchkey/shared/api/passwords';
import { keepsPassword, type PasswordMethod } from '@latchkey/shared/invitations/method';
import { err, type Result } from '@latchkey/shared/result';
import { transactOrRefuse } from '../audit/transact.ts';
import type { Clock } from '../clock.ts';
import { isOn } from '../policies/policies.ts';
import type { Sealer } from '../sealing/sealer.ts';
import type { SecretBytes } from '../sealing/secret-bytes.ts';
import type { Reads, Store } from '../storage/store.ts';
import type { CustomerRequest } from './customer-request.ts';
import { passwordOwner } from './password-owner.ts';
import { passwordView } from './password-view.ts';
import { triesLeft } from './tries.ts';

type GiveFault = 'customer_not_found' | 'method_off' | 'acknowledgement_missing' | 'password_not_wanted';

export interface TakesPasswords {
  /** Seals a password and wipes what it was given, whatever comes of it. */
  give(
    request: CustomerRequest & { readonly username: string; readonly password: SecretBytes },
  ): Promise<Result<PasswordView, GiveFault>>;
}

export interface GiveSettings {
  readonly store: Store;
  readonly sealer: Sealer;
  readonly now: Clock;
}

/** The operator types a password once: here it is sealed, and from here on it only goes to Microsoft. */
export const createPasswordTaker = (settings: GiveSettings): TakesPasswords => ({
  give: (request) => keep(settings, request).finally(() => request.password.wipe()),
});

async function keep(
  { store, sealer, now }: GiveSettings,
  { customerId, username, password, actor, role, requestId }: Parameters<TakesPasswords['give']>[0],
): Promise<Result<PasswordView, GiveFault>> {
  const customer = await store.read.customers.find(customerId);
  if (customer === undefined) return err('customer_not_found');
  const early = await whyNot(store.read, customerId);
  if (early !== undefined) return err(early);
  const sealedPassword = await sealer.seal(password, passwordOwner(customerId, username));
  const hasSpacesAtEnds = spacesAtEnds(password.reveal());
  const at = now();
  return transactOrRefuse<PasswordView, GiveFault>(store, async (tx, refuse) => {
    const refused = await whyNot(tx, customerId);
    if (refused !== undefined) throw refuse(refused);
    const before = await tx.passwords.find(customerId);
    const storedAt = at.toISOString();
    const stored = { customerId, username, sealedPassword, hasSpacesAtEnds, storedAt, storedBy: actor.name ?? '' };
    const fresh = { ...stored, provedAt: null, lastTry: null };
    await tx.passwords.put(fresh);
    await tx.audit.append({
      at: storedAt,
      action: 'password.sealed',
      actor,
      customerId,
      requestId,
      details: { replaced: before !== undefined, hasSpacesAtEnds },
    });
    return passwordView(fresh, await triesLeft(tx.passwords, customer.tenantId, username, at), role);
  });
}

/** Why no password is taken for this customer now. */
async function whyNot(
  reads: Pick<Reads, 'passwords' | 'policies' | 'invitations' | 'connections'>,
  customerId: string,
): Promise<Exclude<GiveFault, 'customer_not_found'> | undefined> {
  const method = await passwordMethodOf(reads, customerId);
  if (method === undefined) return 'password_not_wanted';
  if (!(await isOn(reads.policies, method))) return 'method_off';
  const acknowledged = await reads.passwords.findAcknowledgement(customerId);
  return acknowledged === undefined ? 'acknowledgement_missing' : undefined;
}

/** The method for which a password is wanted: of the invitation that is under way, or else of the connection. */
async function passwordMethodOf(
  { invitations, connections }: Pick<Reads, 'invitations' | 'connections'>,
  customerId: string,
): Promise<PasswordMethod | undefined> {
  const pending = await invitations.findPendingOf([customerId]);
  const connection = await connections.findByCustomer(customerId);
  const methods = [...pending.map(({ method }) => method), connection?.method ?? null];
  return methods.find(keepsPassword);
}

/** Whether the first or the last character is a space that a person does not see. */
const spacesAtEnds = (bytes: Buffer): boolean =>
  [bytes[0], bytes.at(-1)].some((byte) => byte === 0x20 || byte === 0x09);
