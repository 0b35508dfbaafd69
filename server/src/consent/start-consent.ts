import { randomBytes } from 'node:crypto';
import { move } from '@latchkey/shared/invitations/status';
import { actsAs } from '@latchkey/shared/permissions/acts-as';
import { resources, type PermissionProfile, type RequiredPermission } from '@latchkey/shared/permissions/profile';
import { err, ok, type Result } from '@latchkey/shared/result';
import { proves } from '../validation/proof.ts';
import { transactOrRefuse } from '../audit/transact.ts';
import type { Clock } from '../clock.ts';
import type { Customer } from '../customers/customer-repository.ts';
import { mintId } from '../ids.ts';
import { profileFor } from '../permissions/find-profile.ts';
import { advanced } from '../invitations/advance.ts';
import { connectionOf } from '../invitations/connection-of.ts';
import type { Invitation } from '../invitations/invitation-repository.ts';
import { isExpired, isPastConsent, isStartable } from '../invitations/life.ts';
import { hashOf } from '../invitations/link.ts';
import type { Sealer } from '../sealing/sealer.ts';
import type { Store, Transaction } from '../storage/store.ts';
import { sealStart } from './start-secrets.ts';
import type { ConsentStart } from './start-repository.ts';
import type { SignsIn } from './sign-in.ts';

/** Where the browser goes, and the cookie by which it is known when it comes back. */
export interface Started {
  readonly startId: string;
  readonly kind: ConsentStart['kind'];
  readonly address: string;
  readonly cookie: string;
}

export type StartFault =
  | 'invitation_move_illegal'
  | 'invitation_expired'
  | 'invitation_cancelled'
  | 'invitation_superseded'
  | 'invitation_used'
  | 'changed_meanwhile';

export interface StartsConsent {
  /** Consent A: sign-in with the box; for an application consent B, Microsoft's page without one. */
  start(request: StartRequest): Promise<Result<Started, StartFault>>;
  /** The way on from a box that was not ticked: Microsoft's page without one. */
  approveOrganization(request: StartRequest): Promise<Result<Started, StartFault>>;
}

export interface StartRequest {
  readonly invitation: Invitation;
  readonly customer: Customer;
  readonly requestId: string;
}

export interface StartSettings {
  readonly store: Store;
  readonly sealer: Sealer;
  readonly signIn: SignsIn;
  readonly publicUrl: string;
  readonly now: Clock;
}

/** The redirect addresses of the consent app's registration. */
export const redirectUris = (publicUrl: string) => ({
  authorize: `${publicUrl}/consent/callback`,
  adminconsent: `${publicUrl}/consent/admin-callback`,
});

/** The scopes that a profile asks for with a sign-in: one page may ask for those of several resources. */
export function scopesOf(profile: PermissionProfile): readonly string[] {
  const delegated = profile.permissions.filter(({ kind }) => kind === 'delegated').map(scopeOf);
  return [...new Set(['openid', 'profile', 'offline_access', 'User.Read', ...delegated])];
}

const scopeOf = ({ resourceAppId, value }: RequiredPermission): string =>
  resourceAppId.toLowerCase() === resources.graph ? value : `${resourceAppId}/${value}`;

const secret = () => randomBytes(32).toString('base64url');

export function createConsentStarter(settings: StartSettings): StartsConsent {
  return {
    start: async (request) =>
      begin(settings, request, firstKindOf(await profileFor(settings.store.read, request.invitation.profile)), 'first'),
    approveOrganization: (request) => begin(settings, request, 'adminconsent', 'again'),
  };
}

/** Application permissions are asked for by `.default` alone, and signing in first would show two pages. */
const firstKindOf = (profile: PermissionProfile): ConsentStart['kind'] =>
  actsAs(profile) === 'application' ? 'adminconsent' : 'authorize';

/** `first`: nothing is on record yet. `again`: the consent is, and the box was not ticked. */
type Turn = 'first' | 'again';

async function begin(
  settings: StartSettings,
  { invitation, customer, requestId }: StartRequest,
  kind: ConsentStart['kind'],
  turn: Turn,
): Promise<Result<Started, StartFault>> {
  const { store, sealer, signIn, publicUrl, now } = settings;
  const refused = whyNot(invitation, turn, now());
  if (refused !== undefined) return err(refused);
  const [state, nonce, cookie] = [secret(), secret(), secret()];
  const { verifier, challenge } = await signIn.makePkce();
  const id = mintId('sta', now());
  const redirectUri = redirectUris(publicUrl)[kind];
  const { tenantId } = customer;
  const address =
    kind === 'authorize'
      ? await signIn.authorizeAddress({
          tenantId,
          redirectUri,
          scopes: scopesOf(await profileFor(store.read, invitation.profile)),
          state,
          nonce,
          challenge,
        })
      : signIn.adminConsentAddress({ tenantId, redirectUri, state });
  const start = {
    id,
    invitationId: invitation.id,
    kind,
    stateHash: hashOf(state),
    cookieHash: hashOf(cookie),
    sealed: await sealStart(sealer, id, { nonce, verifier }),
    createdAt: now().toISOString(),
  };
  const kept = await transactOrRefuse<true, StartFault>(store, (tx, refuse) =>
    keep(tx, refuse, { start, turn, requestId }, now()),
  );
  return kept.ok ? ok({ startId: id, kind, address, cookie }) : kept;
}

/** Each Start supersedes the ones before. Approving for the organisation changes no status: the consent is on record already. */
async function keep(
  tx: Transaction,
  refuse: (code: StartFault) => Error,
  {
    start,
    turn,
    requestId,
  }: {
    readonly start: Omit<ConsentStart, 'usedAt' | 'supersededAt'>;
    readonly turn: Turn;
    readonly requestId: string;
  },
  now: Date,
): Promise<true> {
  const at = start.createdAt;
  const current = await tx.invitations.find(start.invitationId);
  if (current === undefined) throw refuse('changed_meanwhile');
  const refused = whyNot(current, turn, now);
  if (refused !== undefined) throw refuse(refused);
  if (turn === 'again') await refuseWhereProved(tx, refuse, current);
  const next = turn === 'first' ? advanced(current, 'start', at) : current;
  if (next === undefined) throw refuse('invitation_move_illegal');
  if (turn === 'first' && !(await tx.invitations.replace({ ...next, startedAt: at, refusal: null }, current.version)))
    throw refuse('changed_meanwhile');
  const superseded = await tx.starts.supersedeAll(start.invitationId, at);
  await tx.starts.add(start);
  await tx.audit.append({
    at,
    action: 'consent.started',
    actor: { kind: 'customer', id: null, name: null },
    customerId: current.customerId,
    invitationId: current.id,
    requestId,
    details: { startId: start.id, kind: start.kind, superseded },
  });
  return true;
}

async function refuseWhereProved(tx: Transaction, refuse: (code: StartFault) => Error, invitation: Invitation) {
  const seen = await connectionOf(tx, invitation);
  if (seen === undefined) throw refuse('invitation_move_illegal');
  const latest = seen.candidate ?? (await tx.validations.findLatest(seen.connection.id));
  if (latest !== undefined && proves(latest.verdict, latest.permissions)) throw refuse('invitation_used');
}

/** Why an invitation cannot be started now; undefined when it can. */
function whyNot(invitation: Invitation, turn: Turn, now: Date): StartFault | undefined {
  const { status } = invitation;
  if (status === 'cancelled') return 'invitation_cancelled';
  if (status === 'superseded') return 'invitation_superseded';
  if (isExpired(invitation, now)) return 'invitation_expired';
  if (turn === 'again' && move(status, 'prove') !== undefined) return undefined;
  if (isPastConsent(invitation)) return 'invitation_used';
  if (turn === 'again') return 'invitation_move_illegal';
  return isStartable(invitation, now) && invitation.link !== null ? undefined : 'invitation_move_illegal';
}
