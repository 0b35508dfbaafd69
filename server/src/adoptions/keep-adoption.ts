import type { ChosenLanguage } from '@latchkey/shared/words/customer-language';
import { shortNameKey } from '@latchkey/shared/customers/short-name';
import { transactOrRefuse } from '../audit/transact.ts';
import type { Clock } from '../clock.ts';
import type { Connection } from '../connections/connection-repository.ts';
import type { Customer } from '../customers/customer-repository.ts';
import { findOrAddCustomer } from '../customers/find-or-add.ts';
import { mintId } from '../ids.ts';
import type { Made } from '../invitation-imports/import-repository.ts';
import type { RowMade } from '../invitation-imports/import-worker.ts';
import type { Order } from '../invitations/invitation-repository.ts';
import type { Service } from '../services/service-repository.ts';
import type { Store } from '../storage/store.ts';
import { judgementDetails, keepValidation } from '../validation/keep-judgement.ts';
import { proves } from '../validation/proof.ts';
import { whyNotBefore, type Adoption } from './adoption.ts';

interface KeepSettings {
  readonly store: Store;
  readonly cloudKey: string;
  readonly language: ChosenLanguage;
  readonly now: Clock;
}

type Refusal = 'changed_meanwhile' | 'short_name_taken';

/** The customer, its connection with the verdict of the look, its service, and the line that tells of it: all at once, or nothing. */
export async function keepAdoption(
  { store, cloudKey, language, now }: KeepSettings,
  adoption: Adoption,
): Promise<RowMade> {
  const { wanted, context, judged, tenantId, reference, upstream } = adoption;
  const { actor, requestId, list, idempotency } = context;
  const at = now();
  const kept = await transactOrRefuse<Made, Refusal>(store, async (tx, refuse) => {
    const about = { fullName: wanted.fullName, tenantId, reference, cloud: cloudKey, by: list.createdBy.name, at };
    const languages = { language: wanted.language, usual: language };
    const customer = await findOrAddCustomer(tx, { ...about, ...languages });
    if (customer === undefined) throw refuse('changed_meanwhile');
    // Somebody was faster while Microsoft was asked: looked at again, the row is told what is there now.
    if ((await whyNotBefore(tx, tenantId)) !== undefined) throw refuse('changed_meanwhile');
    if (!(await tx.shortNames.reserve(shortNameKey(wanted.shortName), null))) throw refuse('short_name_taken');
    const connection = connectionOf(adoption, customer, at);
    if (!(await tx.connections.add(connection))) throw refuse('changed_meanwhile');
    const service = serviceOf(adoption, customer, at);
    if (!(await tx.services.add(service))) throw refuse('short_name_taken');
    const sequence = await tx.audit.append({
      at: judged.at,
      action: 'connection.adopted',
      actor,
      customerId: customer.id,
      connectionId: connection.id,
      serviceId: service.id,
      requestId,
      details: {
        ...judgementDetails({ ...judged, upstream: [...upstream, ...judged.upstream] }, connection),
        importId: list.id,
        order: service.order,
        profile: connection.profile,
        reference: wanted.reference,
      },
    });
    await keepValidation(tx, judged, connection.id, { kind: 'validated', actor, requestId }, sequence);
    const made = madeOf(connection.id, adoption);
    if (!(await tx.idempotency.keep({ ...idempotency, status: 201, response: made, at: at.toISOString() })))
      throw refuse('changed_meanwhile');
    return made;
  });
  return kept.ok ? kept.value : { refused: kept.error.code };
}

function madeOf(connectionId: string, { judged: { verdict, lines } }: Adoption): Made {
  const { verdict: name, evidence, cause } = verdict;
  return {
    outcome: proves(verdict, lines) ? 'created' : 'created_unproved',
    invitationId: null,
    connectionId,
    found: { verdict: name, evidence, cause },
  };
}

const connectionOf = (
  { profile, judged, tenantId }: Adoption,
  { id: customerId }: Customer,
  at: Date,
): Omit<Connection, 'version' | 'tokensVersion'> => ({
  id: mintId('con', at),
  customerId,
  invitationId: null,
  method: 'adopt',
  profile: { id: profile.id, version: profile.version },
  tenantId,
  account: null,
  registrationObjectId: judged.registrationObjectId,
  sealedTokens: null,
  sealedAt: null,
  consentChangedAt: null,
  verdict: judged.verdict,
});

/** The customer is served already: what it buys is on record with its connection. */
function serviceOf({ wanted, context }: Adoption, { id: customerId }: Customer, at: Date): Omit<Service, 'version'> {
  const { fullName, shortName, licenceType, licensedUsers } = wanted;
  const order: Order = { kind: 'direct-routing', fullName, shortName, licenceType, licensedUsers };
  const addedBy = context.list.createdBy.name;
  return { id: mintId('svc', at), customerId, invitationId: null, order, addedAt: at.toISOString(), addedBy };
}
