import { graphAppId } from '../directory/resources.ts';
import type { Registration } from '../directory/records.ts';
import type { World } from './world.ts';

/** What a provider forgets or gets wrong when the three registrations are made, or later. */
export const registrationHarms = [
  'nobody may read them',
  'api deleted',
  'api tokens of version 1',
  'api without its address',
  'api without its scope',
  'api without its roles',
  'extension sent elsewhere',
  'extension asks for nothing',
  'extension has a secret',
  'consent of one tenant',
  'consent sent elsewhere',
  'consent without role claims',
  'consent asks for too much',
  'consent asks for too little',
  'consent secret ends soon',
  'consent secret ended',
  'consent secret gone',
] as const;
type RegistrationHarm = (typeof registrationHarms)[number];

const dayMs = 24 * 3_600_000;

/** Makes one of them true of the provider's own tenant. */
export function harmRegistrations(world: World, harm: RegistrationHarm): void {
  const { directory, registrations } = world.state;
  const { api, extension, consent } = registrations;
  const change = (registration: Registration, what: Partial<Omit<Registration, 'clientId'>>) =>
    directory.changeRegistration(registration.clientId, what);
  const changeGraph = (scopes: (before: readonly string[]) => readonly string[]) =>
    change(consent, {
      requires: consent.requires.map((one) =>
        one.resourceAppId === graphAppId ? { ...one, scopes: scopes(one.scopes) } : one,
      ),
    });
  const secretEnds = (expiresAt: number) =>
    change(consent, { secrets: consent.secrets.map((one) => ({ ...one, expiresAt })) });
  const harms: Readonly<Record<RegistrationHarm, () => void>> = {
    'nobody may read them': () => takeReading(world),
    // It is somebody else's from now on: this tenant does not know it.
    'api deleted': () => change(api, { homeTenantId: world.state.customer.tenant.id }),
    'api tokens of version 1': () => directory.changeResource(api.clientId, { tokenVersion: '1.0' }),
    'api without its address': () => directory.changeResource(api.clientId, { identifierUris: [api.clientId] }),
    'api without its scope': () => directory.changeResource(api.clientId, { scopes: [] }),
    'api without its roles': () => directory.changeResource(api.clientId, { appRoles: [] }),
    'extension sent elsewhere': () =>
      change(extension, { redirects: extension.redirects.map(({ uri }) => ({ uri, type: 'web' })) }),
    'extension asks for nothing': () => change(extension, { requires: [] }),
    'extension has a secret': () =>
      change(extension, { secrets: [{ value: 'practice-extension-secret', expiresAt: world.clock.now() + dayMs }] }),
    'consent of one tenant': () => change(consent, { multiTenant: false }),
    'consent sent elsewhere': () =>
      change(consent, { redirects: [{ uri: 'https://old.northwindvoice.example/consent/callback', type: 'web' }] }),
    'consent without role claims': () => change(consent, { showsDirectoryRoles: false }),
    'consent asks for too much': () => changeGraph((before) => [...before, 'Group.Read.All']),
    'consent asks for too little': () => changeGraph((before) => before.filter((one) => one !== 'Directory.Read.All')),
    'consent secret ends soon': () => secretEnds(world.clock.now() + 20 * dayMs),
    'consent secret ended': () => secretEnds(world.clock.now() - dayMs),
    'consent secret gone': () =>
      change(consent, {
        secrets: [{ value: 'practice-secret-of-somebody-else', expiresAt: world.clock.now() + dayMs }],
      }),
  };
  harms[harm]();
}

function takeReading({ state }: World): void {
  const { directory, provider, registrations } = state;
  const tenantId = provider.tenant.id;
  const ours = directory.servicePrincipal(tenantId, registrations.consent.clientId)?.id;
  for (const { id, principalId } of directory.assignments(tenantId))
    if (principalId === ours) directory.removeAssignment(id);
}
