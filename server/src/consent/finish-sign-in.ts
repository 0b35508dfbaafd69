import { err, ok, type Result } from '@latchkey/shared/result';
import type { Connection } from '../connections/connection-repository.ts';
import type { Customer } from '../customers/customer-repository.ts';
import { mintId } from '../ids.ts';
import type { Invitation } from '../invitations/invitation-repository.ts';
import { profileFor } from '../permissions/find-profile.ts';
import type { Secret } from '../sealing/secret.ts';
import { credentialsOf } from '../validation/credentials.ts';
import { observe, type ObserveSettings } from '../validation/observe.ts';
import { candidateTokensOwner, tokensOwner } from '../validation/tokens-owner.ts';
import { keepConsent, standsBeside, type AlreadyOver } from './keep-consent.ts';
import type { Answer } from './read-answer.ts';
import { refuseConsent } from './refuse-consent.ts';
import type { ReadsRefusals, RedirectRefusal, TokenAnswer } from './sign-in.ts';
import type { IdTokenFault, SignedInAccount, VerifiesIdTokens } from './signed-in-account.ts';
import { redirectUris, scopesOf, type StartSettings } from './start-consent.ts';
import type { ConsentStart } from './start-repository.ts';
import { openStart, type StartSecrets } from './start-secrets.ts';
import type { NotTaken, TakesAnswers } from './take-answer.ts';

/** How an answer that was taken can still end without a consent. */
export type NotConsented = RedirectRefusal | AlreadyOver;

export interface AnswerOf {
  readonly answer: Answer | undefined;
  readonly cookieOf: (startId: string) => string | undefined;
  readonly requestId: string;
}

export interface FinishesSignIn {
  /** `consented`: on record, whatever the verdict. */
  finish(answer: AnswerOf): Promise<Result<'consented', NotTaken | NotConsented>>;
}

export interface FinishSettings extends StartSettings, ObserveSettings {
  readonly answers: TakesAnswers;
  readonly idTokens: VerifiesIdTokens;
  readonly refusalOf: ReadsRefusals;
}

interface Case {
  readonly start: ConsentStart;
  readonly invitation: Invitation;
  readonly customer: Customer;
  readonly requestId: string;
  /** When the answer came: the consent is not younger than this. */
  readonly at: string;
}

/** Microsoft's answer to consent A, from the address to the record. */
export function createSignInFinisher(settings: FinishSettings): FinishesSignIn {
  return {
    async finish({ answer, cookieOf, requestId }) {
      const at = settings.now().toISOString();
      const taken = await settings.answers.take({ answer, kind: 'authorize', cookieOf, requestId });
      if (!taken.ok) return taken;
      const start = taken.value;
      const invitation = await settings.store.read.invitations.find(start.invitationId);
      const customer = invitation && (await settings.store.read.customers.find(invitation.customerId));
      if (invitation === undefined || customer === undefined) return err('consent_answer_refused');
      const here: Case = { start, invitation, customer, requestId, at };
      if (answer?.kind === 'code') return redeem(settings, here, answer.code);
      if (answer?.kind !== 'error') return refuse(settings, here, 'consent_answer_refused', { reason: 'nonsense' });
      const { code, ...meant } = settings.refusalOf(answer.error, answer.description);
      return refuse(settings, here, code, { error: answer.error, ...meant });
    },
  };
}

async function refuse(
  { store, now }: FinishSettings,
  { invitation, requestId }: Case,
  code: RedirectRefusal,
  details: Readonly<Record<string, unknown>>,
  { upstream }: Pick<TokenAnswer, 'upstream'> = { upstream: [] },
): Promise<Result<never, RedirectRefusal>> {
  await refuseConsent(store, now().toISOString(), {
    invitationId: invitation.id,
    code,
    requestId,
    moves: true,
    details: { ...details, upstream },
  });
  return err(code);
}

async function redeem(settings: FinishSettings, here: Case, code: string): Promise<Result<'consented', NotConsented>> {
  const { signIn, idTokens, sealer, publicUrl, refusalOf } = settings;
  const { start, customer, invitation } = here;
  const secrets: StartSecrets = await openStart(sealer, start.id, start.sealed);
  const token = await signIn.redeem({
    tenantId: customer.tenantId,
    code,
    ...secrets,
    redirectUri: redirectUris(publicUrl).authorize,
    scopes: scopesOf(await profileFor(settings.store.read, invitation.profile)),
  });
  const { observation, tokens } = token;
  if (tokens === undefined) {
    if (observation.state !== 'refused') return refuse(settings, here, 'microsoft_unreachable', {}, token);
    const { error, aadsts, correlationId } = observation;
    const meant = refusalOf(error, aadsts === null ? null : `AADSTS${aadsts}`);
    return refuse(settings, here, meant.code, { error, aadsts, correlationId }, token);
  }
  const account = await idTokens.verify(tokens.id, secrets.nonce);
  if (!account.ok) return refuseToken(settings, here, account.error.code, token);
  if (account.value.tenantId !== customer.tenantId)
    return refuse(settings, here, 'consent_tenant_mismatch', signedInTo(account.value), token);
  if (tokens.refresh === undefined)
    return refuse(settings, here, 'consent_answer_refused', { reason: 'no_refresh_token' }, token);
  return judgeAndKeep(settings, here, account.value, token, { ...tokens, refresh: tokens.refresh });
}

/** An id_token that did not hold. That the clocks differ is a reason, not an outcome: it is as little proof as any other. */
const refuseToken = (settings: FinishSettings, here: Case, code: IdTokenFault, token: TokenAnswer) =>
  code === 'clocks_differ'
    ? refuse(settings, here, 'consent_answer_refused', { reason: code }, token)
    : refuse(settings, here, code, { reason: 'id_token' }, token);

const signedInTo = ({ tenantId, username, objectId }: SignedInAccount) => ({
  signedInTo: { tenantId, username, objectId },
});

async function judgeAndKeep(
  settings: FinishSettings,
  here: Case,
  account: SignedInAccount,
  token: TokenAnswer,
  tokens: { readonly refresh: Secret },
): Promise<Result<'consented', NotConsented>> {
  const { store, sealer, now } = settings;
  const { invitation, customer, at } = here;
  const profile = await profileFor(store.read, invitation.profile);
  const { tenantId } = customer;
  const judged = await observe(settings, token, {
    tenantId,
    consentChangedAt: at,
    profile,
    as: 'account',
    tokenFor: (resourceAppId) => settings.signIn.refresh({ tenantId, refresh: tokens.refresh, resourceAppId }),
    credentials: credentialsOf(token, { sealedAt: at, client: settings.clientCredential }),
  });
  const before = await store.read.connections.findByCustomer(customer.id);
  const connectionId = before?.id ?? mintId('con', now());
  const beside = standsBeside(before, judged);
  const owner = beside ? candidateTokensOwner(invitation.id) : tokensOwner(connectionId);
  const connection: Omit<Connection, 'version' | 'tokensVersion'> = {
    id: connectionId,
    customerId: customer.id,
    invitationId: invitation.id,
    method: invitation.method ?? 'invitation-link',
    profile: { id: profile.id, version: profile.version },
    tenantId,
    account: { username: account.username, objectId: account.objectId },
    registrationObjectId: judged.registrationObjectId ?? before?.registrationObjectId ?? null,
    sealedTokens: await sealer.seal(tokens.refresh, owner),
    sealedAt: now().toISOString(),
    consentChangedAt: at,
    verdict: judged.verdict,
  };
  const kept = await keepConsent(settings, here, { account, judged, beside, connection, upstream: token.upstream });
  return kept.ok ? ok('consented') : kept;
}
