import type { Cloud } from '@latchkey/shared/clouds/cloud';
import type { Clock } from '../clock.ts';
import type { ConsentCredential } from '../sealing/consent-credential.ts';
import { redirectRefusal } from './aadsts.ts';
import { cloudFetch } from './cloud-fetch.ts';
import { createDomainSignInReader } from './domain-sign-in.ts';
import { createIdTokenVerifier } from './id-token.ts';
import { createPasswordGrant } from './password-grant.ts';
import { createRegistrationReader } from './registrations.ts';
import { resourceCache, type ShortMemory } from './resource-cache.ts';
import { createSignInClient } from './sign-in-client.ts';
import { createTenantDirectory } from './tenant-directory.ts';
import { createTenantStateReader } from './tenant-state.ts';

export interface MicrosoftSettings {
  readonly configuration: {
    readonly cloud: Cloud;
    readonly consentClientId: string;
    readonly consentCredential: ConsentCredential;
  };
  readonly cache: ShortMemory;
  /** How the network is reached; Node's own where nothing is said. */
  readonly fetch?: typeof globalThis.fetch;
  readonly now: Clock;
}

/** Everything that we need of Microsoft, for one cloud and one consent app. */
export function openMicrosoft({ configuration, cache, fetch, now }: MicrosoftSettings) {
  const { cloud, consentClientId: clientId, consentCredential: credential } = configuration;
  const network = fetch === undefined ? {} : { fetch };
  const login = { cloud, fetch: cloudFetch(cloud.login, network), now };
  const graphFetch = cloudFetch(cloud.graph, network);
  const signIn = createSignInClient({ ...login, clientId, credential });
  return {
    tenants: createTenantDirectory(login),
    domains: createDomainSignInReader(login),
    signIn,
    registrations: createRegistrationReader({ cloud, fetch: graphFetch, signIn, now }),
    passwords: createPasswordGrant({ ...login, clientId, credential }),
    idTokens: createIdTokenVerifier({ ...login, clientId }),
    tenantState: createTenantStateReader({
      cloud,
      fetch: graphFetch,
      teamsAdminFetch: cloud.teamsAdmin && cloudFetch(cloud.teamsAdmin, network),
      now,
      clientId,
      resources: resourceCache(cache),
    }),
    refusalOf: redirectRefusal,
  };
}
