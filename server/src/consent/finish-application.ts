import type { PermissionProfile } from '@latchkey/shared/permissions/profile';
import type { Result } from '@latchkey/shared/result';
import { mintId } from '../ids.ts';
import type { Invitation } from '../invitations/invitation-repository.ts';
import type { Store } from '../storage/store.ts';
import { credentialsOf } from '../validation/credentials.ts';
import { observe, type ObserveSettings } from '../validation/observe.ts';
import { keepConsent, standsBeside, type AlreadyOver } from './keep-consent.ts';
import type { SignsIn } from './sign-in.ts';

export interface ApplicationSettings extends ObserveSettings {
  readonly store: Store;
  readonly signIn: SignsIn;
}

/**
 * Consent B came back. The address proves nothing, so the application asks for itself: a fresh token, and what the tenant holds.
 * What is kept is a connection without anybody's tokens, with the verdict of that look.
 */
export async function finishApplication(
  settings: ApplicationSettings,
  { invitation, profile, requestId }: ApprovedInvitation,
): Promise<Result<true, AlreadyOver>> {
  const { store, signIn, now } = settings;
  const at = now().toISOString();
  const customer = await store.read.customers.find(invitation.customerId);
  if (customer === undefined) throw new Error('an invitation without a customer');
  const { id: customerId, tenantId } = customer;
  const token = await signIn.asApplication({ tenantId });
  const judged = await observe(settings, token, {
    tenantId,
    consentChangedAt: at,
    profile,
    as: 'application',
    tokenFor: (resourceAppId) => signIn.asApplication({ tenantId, resourceAppId }),
    credentials: credentialsOf(token, { sealedAt: null, client: settings.clientCredential }),
  });
  const before = await store.read.connections.findByCustomer(customerId);
  return keepConsent(
    settings,
    { invitation, requestId, at },
    {
      account: null,
      judged,
      beside: standsBeside(before, judged),
      upstream: token.upstream,
      connection: {
        id: before?.id ?? mintId('con', now()),
        customerId,
        invitationId: invitation.id,
        method: invitation.method ?? 'invitation-link',
        profile: { id: profile.id, version: profile.version },
        tenantId,
        account: null,
        registrationObjectId: judged.registrationObjectId ?? before?.registrationObjectId ?? null,
        sealedTokens: null,
        sealedAt: null,
        consentChangedAt: at,
        verdict: judged.verdict,
      },
    },
  );
}

/** An invitation whose page at Microsoft came back with a yes, and what was asked for there. */
export interface ApprovedInvitation {
  readonly invitation: Invitation;
  readonly profile: PermissionProfile;
  readonly requestId: string;
}
