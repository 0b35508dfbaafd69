import type { ChosenLanguage } from '@latchkey/shared/words/customer-language';
import { readTenantReference } from '@latchkey/shared/customers/tenant-reference';
import { findNewestProfile, profileFor } from '../permissions/find-profile.ts';
import type { SignsIn } from '../consent/sign-in.ts';
import type { MakesRow } from '../invitation-imports/import-worker.ts';
import type { Store } from '../storage/store.ts';
import type { FindsTenants } from '../tenants/tenant-directory.ts';
import { credentialsOf } from '../validation/credentials.ts';
import { holdOf, keepHold } from '../validation/microsoft-hold.ts';
import { observe, type ObserveSettings } from '../validation/observe.ts';
import { whyNotBefore } from './adoption.ts';
import { keepAdoption } from './keep-adoption.ts';
import { whyNotAdopted } from './why-not-adopted.ts';

export interface AdoptSettings extends ObserveSettings {
  readonly store: Store;
  readonly tenants: FindsTenants;
  readonly signIn: Pick<SignsIn, 'asApplication'>;
  readonly cloudKey: string;
  readonly language: ChosenLanguage;
}

/**
 * A row becomes the connection of a consent that is there already: the application asks for a token of that tenant, and reads back what
 * the tenant holds. Nobody is asked for anything, nothing is sent, and no invitation is made.
 */
export const adopts =
  (settings: AdoptSettings): MakesRow =>
  async (wanted, context) => {
    const { store, tenants, signIn, now } = settings;
    const reference = readTenantReference(wanted.tenant);
    if (!reference.ok) return { refused: reference.error.code };
    const tenant = await tenants.find(reference.value);
    if (!tenant.ok) return { refused: tenant.error.code };
    const { tenantId } = tenant.value;
    const early = await whyNotBefore(store.read, tenantId);
    if (early !== undefined) return { refused: early };
    const hold = await holdOf(store, tenantId, now());
    if (hold !== null) return { refused: 'microsoft_throttled', waitSeconds: hold };
    const profile = await profileFor(store.read, context.list.profile);
    const token = await signIn.asApplication({ tenantId });
    const judged = await observe(settings, token, {
      tenantId,
      // We saw no consent here: nothing is too early to be judged.
      consentChangedAt: null,
      profile,
      newest: await findNewestProfile(store.read, profile.id),
      as: 'application',
      tokenFor: (resourceAppId) => signIn.asApplication({ tenantId, resourceAppId }),
      credentials: credentialsOf(token, { sealedAt: null, client: settings.clientCredential }),
    });
    await keepHold(store, tenantId, judged, now());
    const refused = whyNotAdopted(token.observation, judged);
    if (refused !== undefined) return { refused, waitSeconds: judged.waitSeconds };
    return keepAdoption(settings, {
      wanted,
      context,
      profile,
      judged,
      tenantId,
      reference: reference.value,
      upstream: tenant.value.upstream,
    });
  };
