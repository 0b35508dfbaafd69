import type { RegistrationsView } from '@latchkey/shared/api/registrations';
import { registrationNames } from '@latchkey/shared/api/registrations';
import { originOf } from '@latchkey/shared/clouds/cloud';
import { resources } from '@latchkey/shared/permissions/profile';
import type { Clock } from '../clock.ts';
import { listProfiles } from '../permissions/find-profile.ts';
import type { Reads } from '../storage/store.ts';
import { findingsOf } from './check-registrations.ts';
import {
  clientIdsOf,
  consentRedirects,
  extensionRedirects,
  homeTenantOf,
  type ProfilesNow,
  type RegistrationConfiguration,
} from './deployment.ts';
import type { ReadsRegistrations } from './read-registrations.ts';

export interface ChecksRegistrations {
  /** Reads everything anew. */
  check(): Promise<RegistrationsView>;
}

export interface RegistrationCheckSettings {
  readonly configuration: RegistrationConfiguration;
  readonly reader: ReadsRegistrations;
  /** Undefined where nobody can say. */
  readonly profiles: () => Promise<ProfilesNow | undefined>;
  readonly now: Clock;
}

export const createRegistrationChecker = (settings: RegistrationCheckSettings): ChecksRegistrations => ({
  async check() {
    const { configuration, reader, now } = settings;
    const profiles = await settings.profiles();
    const read = await reader.read({
      tenantId: homeTenantOf(configuration),
      clientIds: clientIdsOf(configuration),
      resourceAppIds: resourcesOf(profiles),
    });
    const at = now();
    const findings = [...findingsOf(read, { configuration, profiles, at })];
    return { ...standingOf(configuration), checkedAt: at.toISOString(), findings };
  },
});

/** The profiles of a deployment, as its database has them now. */
export const profilesNow = async (reads: Pick<Reads, 'profiles'>): Promise<ProfilesNow> => ({
  all: (await listProfiles(reads)).map(({ profile }) => profile),
  inUse: await reads.profiles.listInUse(),
});

const resourcesOf = (profiles: ProfilesNow | undefined): readonly string[] => [
  ...new Set([
    resources.graph,
    ...(profiles?.all ?? []).flatMap(({ permissions }) =>
      permissions.map(({ resourceAppId }) => resourceAppId.toLowerCase()),
    ),
  ]),
];

/** What the configuration says, read or not. */
function standingOf(configuration: RegistrationConfiguration): Omit<RegistrationsView, 'checkedAt' | 'findings'> {
  const { cloud, consentCredential } = configuration;
  const redirects = { api: [], extension: extensionRedirects(configuration), consent: consentRedirects(configuration) };
  const clientIds = clientIdsOf(configuration);
  return {
    cloud: {
      key: cloud.key,
      name: cloud.name,
      login: originOf(cloud.login, 'browser'),
      graph: originOf(cloud.graph, 'browser'),
      portal: originOf(cloud.portal, 'browser'),
    },
    tenantId: homeTenantOf(configuration),
    registrations: registrationNames.map((name) => ({
      name,
      clientId: clientIds[name],
      redirectUris: [...redirects[name]],
    })),
    credential: { kind: consentCredential.kind, endsAt: consentCredential.expiresAt },
  };
}
