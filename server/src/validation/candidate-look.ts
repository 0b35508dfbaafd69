import { ok, type Result } from '@latchkey/shared/result';
import { transactOrRefuse } from '../audit/transact.ts';
import type { Candidate } from '../connections/candidate-repository.ts';
import { withCandidate } from '../connections/with-candidate.ts';
import { findNewestProfile, profileFor } from '../permissions/find-profile.ts';
import type { Transaction } from '../storage/store.ts';
import { credentialsOf } from './credentials.ts';
import { freshToken, notLaterThan } from './fresh-token.ts';
import { completeIfProved, judgementDetails, keepValidation, planLook, type RunContext } from './keep-judgement.ts';
import { holdOf, keepHold, onHold } from './microsoft-hold.ts';
import { observe, type Judged } from './observe.ts';
import { proves } from './proof.ts';
import { candidateWork, nextLook } from './settle-plan.ts';
import { takePlace } from './take-place.ts';
import { candidateTokensOwner, tokensOwner } from './tokens-owner.ts';
import type { ValidateSettings } from './validate-connection.ts';
import type { Validation } from './validation-repository.ts';

/**
 * Looks at the consent that stands beside a connection, with its own tokens. Proved, it takes the connection's place, and its validation
 * is given; anything less is kept with it alone, and null is given, as where there is none. To be called by who holds the connection.
 */
export async function lookAtCandidate(
  settings: ValidateSettings,
  connectionId: string,
  context: RunContext,
): Promise<Result<Validation | null, 'changed_meanwhile'>> {
  const { store, sealer, now } = settings;
  const candidate = await store.read.candidates.find(connectionId);
  const customer = candidate && (await store.read.customers.find(candidate.customerId));
  if (candidate === undefined || customer === undefined) return ok(null);
  const { tenantId } = customer;
  const { sealedTokens, sealedAt, invitationId } = candidate;
  const consentChangedAt = notLaterThan(candidate.consentChangedAt, now());
  const hold = await holdOf(store, tenantId, now());
  const owner = candidateTokensOwner(invitationId);
  const token = hold === null ? await freshToken(settings, { tenantId, sealedTokens, owner }) : onHold(hold);
  const judged = await observe(settings, token, {
    tenantId,
    consentChangedAt,
    profile: await profileFor(store.read, candidate.profile),
    newest: await findNewestProfile(store.read, candidate.profile.id),
    as: sealedTokens === null ? 'application' : 'account',
    tokenFor: (resourceAppId) => freshToken(settings, { tenantId, sealedTokens, owner }, resourceAppId),
    credentials: credentialsOf(token, { sealedAt, client: settings.clientCredential }),
  });
  if (hold === null) await keepHold(store, tenantId, judged, now());
  const seen = { ...candidate, ...seenOf(candidate, judged) };
  const isProved = proves(judged.verdict, judged.lines);
  const newer = token.tokens?.refresh;
  // Only what is proved is sealed as the connection's.
  const refresh = newer ?? (isProved && sealedTokens !== null ? await sealer.open(sealedTokens, owner) : undefined);
  const sealed = refresh && (await sealer.seal(refresh, isProved ? tokensOwner(connectionId) : owner));
  const next: Candidate =
    sealed === undefined
      ? seen
      : { ...seen, sealedTokens: sealed, sealedAt: newer === undefined ? sealedAt : judged.at };
  return transactOrRefuse<Validation | null, 'changed_meanwhile'>(store, async (tx, refuse) => {
    const current = await tx.candidates.find(connectionId);
    // Approved once more, cancelled, or replaced while we looked: this run did not see it.
    if (current?.version !== candidate.version || current.invitationId !== invitationId)
      throw refuse('changed_meanwhile');
    if (isProved) return promote(tx, next, judged, { ...context, now: now() });
    if (!(await tx.candidates.replace(next, candidate.version))) throw refuse('changed_meanwhile');
    await tx.audit.append({
      ...lineOf(next, judged, context),
      action: context.kind === 'checked' ? 'permissions.checked' : 'candidate.validated',
      details: { ...judgementDetails(judged, customer), candidate: true },
    });
    const due = nextLook(judged.verdict, consentChangedAt, now(), settings.judgeSettings);
    await planLook(tx, connectionId, due, now(), candidateWork);
    return null;
  });
}

const seenOf = ({ registrationObjectId }: Candidate, judged: Judged) => ({
  verdict: judged.verdict,
  permissions: judged.lines,
  registrationObjectId: judged.registrationObjectId ?? registrationObjectId,
});

const lineOf = (candidate: Candidate, judged: Judged, { actor, requestId }: RunContext) => ({
  at: judged.at,
  actor,
  customerId: candidate.customerId,
  invitationId: candidate.invitationId,
  connectionId: candidate.connectionId,
  requestId,
});

/** What is proved is the connection from here on: its tokens, its verdict, its invitation. */
async function promote(
  tx: Transaction,
  candidate: Candidate,
  judged: Judged,
  context: RunContext & { readonly now: Date },
): Promise<Validation> {
  const before = await tx.connections.find(candidate.connectionId);
  const invitation = await tx.invitations.find(candidate.invitationId);
  if (before === undefined || invitation === undefined) throw new Error('a candidate without its connection');
  const { sealedTokens, sealedAt } = candidate;
  const line = lineOf(candidate, judged, context);
  await takePlace(tx, before, { ...withCandidate(before, candidate), sealedTokens, sealedAt }, line);
  const sequence = await tx.audit.append({
    ...line,
    action: context.kind === 'checked' ? 'permissions.checked' : 'connection.validated',
    details: judgementDetails(judged, before),
  });
  const validation = await keepValidation(tx, judged, before.id, context, sequence);
  await completeIfProved(tx, judged, invitation, before, context);
  await planLook(tx, before.id, undefined, context.now);
  return validation;
}
