import { err, ok, type Result } from '@latchkey/shared/result';
import { transactOrRefuse } from '../audit/transact.ts';
import type { Connection } from '../connections/connection-repository.ts';
import type { SignsIn, Tokens } from '../consent/sign-in.ts';
import { findNewestProfile, profileFor } from '../permissions/find-profile.ts';
import type { Sealed, Sealer } from '../sealing/sealer.ts';
import type { Store, Transaction } from '../storage/store.ts';
import { lookAtCandidate } from './candidate-look.ts';
import { alone } from './connection-lease.ts';
import type { Invitation } from '../invitations/invitation-repository.ts';
import { credentialsOf } from './credentials.ts';
import { completeIfProved, judgementDetails, keepValidation, planLook, type RunContext } from './keep-judgement.ts';
import { holdOf, keepHold, onHold } from './microsoft-hold.ts';
import { observe, type Judged, type ObserveSettings } from './observe.ts';
import { proves } from './proof.ts';
import { nextLook } from './settle-plan.ts';
import { tokensOwner } from './tokens-owner.ts';
import { freshToken, notLaterThan } from './fresh-token.ts';
import type { Validation } from './validation-repository.ts';

type ValidateFault = 'connection_not_found' | 'changed_meanwhile';

export interface ValidatesConnections {
  /**
   * Proves with a fresh token that the connection works now, keeps what came out, and completes an invitation that waits for it.
   * Calls of the same kind that come while one runs get its answer, in this process or in another.
   */
  validate(connectionId: string, context: RunContext): Promise<Result<Validation, ValidateFault>>;
}

export interface ValidateSettings extends ObserveSettings {
  readonly store: Store;
  readonly sealer: Sealer;
  readonly signIn: SignsIn;
}

export function createValidator(settings: ValidateSettings): ValidatesConnections {
  const running = new Map<string, Promise<Result<Validation, ValidateFault>>>();
  return {
    validate(connectionId, context) {
      const key = `${context.kind} ${connectionId}`;
      const already = running.get(key);
      if (already !== undefined) return already;
      const run = oneFlight(settings, connectionId, context).finally(() => running.delete(key));
      running.set(key, run);
      return run;
    },
  };
}

/** One run at a time in the whole deployment. Whoever had to wait takes what was kept meanwhile, and asks nobody. */
async function oneFlight(
  settings: ValidateSettings,
  connectionId: string,
  context: RunContext,
): Promise<Result<Validation, ValidateFault>> {
  const { validations } = settings.store.read;
  const before = (await validations.findLatest(connectionId))?.auditSequence ?? 0;
  const result = await alone<Result<Validation, ValidateFault>>(settings, connectionId, async (waited) => {
    const theirs = waited ? await keptSince(settings.store, connectionId, before) : undefined;
    if (theirs?.kind === context.kind) return ok(theirs);
    // A consent that stands beside it is looked at first: proved, it is the connection from then on, and this was its validation.
    const looked = await lookAtCandidate(settings, connectionId, context);
    return looked.ok && looked.value !== null ? ok(looked.value) : runOnce(settings, connectionId, context);
  });
  return result ?? err('changed_meanwhile');
}

/** What was kept after that line; never what was seen before a newer consent. */
async function keptSince(store: Store, connectionId: string, sequence: number): Promise<Validation | undefined> {
  const latest = await store.read.validations.findLatest(connectionId);
  const connection = await store.read.connections.find(connectionId);
  if (latest === undefined || connection === undefined || latest.auditSequence <= sequence) return undefined;
  const { consentChangedAt } = connection;
  return consentChangedAt !== null && latest.at < consentChangedAt ? undefined : latest;
}

async function runOnce(
  settings: ValidateSettings,
  connectionId: string,
  context: RunContext,
): Promise<Result<Validation, ValidateFault>> {
  const { store, sealer, now } = settings;
  const connection = await store.read.connections.find(connectionId);
  if (connection === undefined) return err('connection_not_found');
  const { tenantId } = connection;
  const consentChangedAt = notLaterThan(connection.consentChangedAt, now());
  const hold = await holdOf(store, tenantId, now());
  const owner = tokensOwner(connectionId);
  const token = hold === null ? await freshToken(settings, { ...connection, owner }) : onHold(hold);
  const judged = await observe(settings, token, {
    tenantId,
    consentChangedAt,
    profile: await profileFor(store.read, connection.profile),
    newest: await findNewestProfile(store.read, connection.profile.id),
    as: connection.sealedTokens === null ? 'application' : 'account',
    tokenFor: (resourceAppId) => freshToken(settings, { ...connection, owner }, resourceAppId),
    credentials: credentialsOf(token, { sealedAt: connection.sealedAt, client: settings.clientCredential }),
  });
  if (hold === null) await keepHold(store, tenantId, judged, now());
  const rotated = await sealRotated(sealer, connectionId, token.tokens);
  return transactOrRefuse<Validation, ValidateFault>(store, async (tx, refuse) => {
    const current = await tx.connections.find(connectionId);
    if (current === undefined) throw refuse('connection_not_found');
    // A consent that changed while we looked was not seen by this run: it may not be judged by it.
    if (current.consentChangedAt !== connection.consentChangedAt) throw refuse('changed_meanwhile');
    if (rotated !== undefined)
      await tx.connections.replaceTokens(
        connectionId,
        { sealedTokens: rotated, sealedAt: judged.at },
        connection.tokensVersion,
      );
    // What a consent beside this one has to prove is not proved by this one.
    const candidate = await tx.candidates.find(connectionId);
    const pending = (await tx.invitations.findPendingOf([current.customerId])).filter(
      ({ id }) => id !== candidate?.invitationId,
    );
    const waiting = pending.find(({ status }) => status === 'consented');
    // What an invitation has re-initiated is its own from the proof on.
    const proved = waiting !== undefined && proves(judged.verdict, judged.lines);
    const next = proved ? { ...current, invitationId: waiting.id } : current;
    if (!(await tx.connections.replace(withVerdict(next, judged), current.version))) throw refuse('changed_meanwhile');
    const due = nextLook(judged.verdict, consentChangedAt, now(), settings.judgeSettings);
    const about = waiting === undefined ? current : { ...current, invitationId: waiting.id };
    return keep(tx, about, judged, { ...context, pending }, due, now());
  });
}

/** Microsoft may send a new refresh token with each answer; the old one stays good, so a lost one costs nothing. */
const sealRotated = (sealer: Sealer, id: string, tokens: Tokens | undefined): Promise<Sealed> | undefined =>
  tokens?.refresh === undefined ? undefined : sealer.seal(tokens.refresh, tokensOwner(id));

const withVerdict = (connection: Connection, { verdict, registrationObjectId }: Judged): Connection => ({
  ...connection,
  verdict,
  registrationObjectId: registrationObjectId ?? connection.registrationObjectId,
});

async function keep(
  tx: Transaction,
  connection: Connection,
  judged: Judged,
  context: RunContext & { readonly pending: readonly Invitation[] },
  due: Date | undefined,
  now: Date,
): Promise<Validation> {
  const sequence = await tx.audit.append({
    at: judged.at,
    action: context.kind === 'checked' ? 'permissions.checked' : 'connection.validated',
    actor: context.actor,
    customerId: connection.customerId,
    invitationId: connection.invitationId,
    connectionId: connection.id,
    requestId: context.requestId,
    details: judgementDetails(judged, connection),
  });
  const validation = await keepValidation(tx, judged, connection.id, context, sequence);
  for (const invitation of context.pending) await completeIfProved(tx, judged, invitation, connection, context);
  await planLook(tx, connection.id, due, now);
  return validation;
}
