import type { PasswordView } from '@latchkey/shared/api/passwords';
import { keepsPassword } from '@latchkey/shared/invitations/method';
import { err, type Result } from '@latchkey/shared/result';
import { transactOrRefuse } from '../audit/transact.ts';
import type { Clock } from '../clock.ts';
import type { Connection } from '../connections/connection-repository.ts';
import type { TokenAnswer } from '../consent/sign-in.ts';
import type { VerifiesIdTokens } from '../consent/signed-in-account.ts';
import { isOn } from '../policies/policies.ts';
import type { Sealer } from '../sealing/sealer.ts';
import type { Store } from '../storage/store.ts';
import { alone } from '../validation/connection-lease.ts';
import type { CustomerRequest } from './customer-request.ts';
import { keepTry, type Tried } from './keep-try.ts';
import { passwordOutcome } from './outcome.ts';
import { accountKey, passwordOwner } from './password-owner.ts';
import type { StoredPassword } from './password-repository.ts';
import type { ProvesPasswords } from './proves-passwords.ts';
import { countedSince, mostTries } from './tries.ts';

type TestFault =
  | 'customer_not_found'
  | 'method_off'
  | 'password_missing'
  | 'password_before_consent'
  | 'password_tries_used'
  | 'changed_meanwhile';

export interface TestsPasswords {
  /**
   * Sends the password to Microsoft, once. Where the connection's refresh token is dead, the one that comes with a proof takes its
   * place. Nothing calls this but the button: no validation, no work in the background, no page.
   */
  test(request: CustomerRequest): Promise<Result<PasswordView, TestFault>>;
}

export interface TestSettings {
  readonly store: Store;
  readonly sealer: Sealer;
  readonly passwords: ProvesPasswords;
  readonly idTokens: VerifiesIdTokens;
  readonly now: Clock;
}

interface Case {
  readonly request: CustomerRequest;
  readonly connection: Connection;
  readonly stored: StoredPassword;
}

export const createPasswordTester = (settings: TestSettings): TestsPasswords => ({
  async test(request) {
    const found = await find(settings.store, request);
    if (!found.ok) return found;
    const { id } = found.value.connection;
    return (await alone(settings, id, () => testOnce(settings, request))) ?? err('changed_meanwhile');
  },
});

async function testOnce(settings: TestSettings, request: CustomerRequest): Promise<Result<PasswordView, TestFault>> {
  const { store, sealer, passwords } = settings;
  const found = await find(store, request);
  if (!found.ok) return found;
  const here: Case = { request, ...found.value };
  const taken = await takeTry(settings, here);
  if (!taken.ok) return taken;
  const { tenantId } = here.connection;
  const { customerId, username, sealedPassword } = here.stored;
  const password = await sealer.openBytes(sealedPassword, passwordOwner(customerId, username));
  const answer = await passwords.prove({ tenantId, username, password }).finally(() => password.wipe());
  return keepTry(settings, request, here.connection, here.stored, await judge(settings, here, answer));
}

async function find(
  store: Store,
  { customerId }: CustomerRequest,
): Promise<Result<Omit<Case, 'request'>, Exclude<TestFault, 'password_tries_used' | 'changed_meanwhile'>>> {
  const { customers, connections, passwords, policies } = store.read;
  if ((await customers.find(customerId)) === undefined) return err('customer_not_found');
  const [stored, connection] = await Promise.all([passwords.find(customerId), connections.findByCustomer(customerId)]);
  if (stored === undefined) return err('password_missing');
  if (connection === undefined || !keepsPassword(connection.method)) return err('password_before_consent');
  if (!(await isOn(policies, connection.method))) return err('method_off');
  return { ok: true, value: { stored, connection } };
}

/** The try is on record before it is made: a process that dies on the way has used it up. */
function takeTry({ store, now }: TestSettings, { request, connection, stored }: Case) {
  const at = now();
  const account = accountKey(connection.tenantId, stored.username);
  return transactOrRefuse<true, 'password_tries_used'>(store, async (tx, refuse) => {
    const wanted = { account, at: at.toISOString(), since: countedSince(at), most: mostTries };
    if (!(await tx.passwords.takeTry(wanted))) throw refuse('password_tries_used');
    await tx.audit.append({
      at: wanted.at,
      action: 'password.try_taken',
      actor: request.actor,
      customerId: request.customerId,
      connectionId: connection.id,
      requestId: request.requestId,
      details: { most: mostTries },
    });
    return true;
  });
}

/** A token proves the password only if it is this tenant's, and the account's that consented. */
async function judge({ idTokens }: TestSettings, { connection }: Case, answer: TokenAnswer): Promise<Tried> {
  const { observation, tokens, upstream } = answer;
  const refused = observation.state === 'refused' ? observation : undefined;
  const said = { aadsts: refused?.aadsts ?? null, correlationId: refused?.correlationId ?? null, upstream };
  if (tokens === undefined) return { outcome: passwordOutcome(observation), refresh: undefined, ...said };
  const account = await idTokens.verify(tokens.id, null);
  if (!account.ok) {
    const outcome = account.error.code === 'microsoft_unreachable' ? 'unreachable' : 'refused';
    return { outcome, refresh: undefined, ...said };
  }
  const { tenantId, objectId } = account.value;
  const isOurs = tenantId === connection.tenantId && objectId === connection.account?.objectId;
  return isOurs
    ? { outcome: 'proved', refresh: tokens.refresh, ...said }
    : { outcome: 'other_account', refresh: undefined, ...said };
}
