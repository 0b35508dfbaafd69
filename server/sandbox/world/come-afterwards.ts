import { generateKeyPairSync } from 'node:crypto';
import { graphAppId, teamsAppId } from '../directory/resources.ts';
import { anotherCertificate } from '../keys/client-certificate.ts';
import { guidFrom } from '../seed/seeded.ts';
import { grantSurplus } from '../oracle/surplus.ts';
import type { Afterwards, ServiceName } from '../situations/afterwards/afterwards.ts';
import { withdrawConsent } from './conditions.ts';
import type { World } from './world.ts';

export const serviceAppIds: Readonly<Record<ServiceName, string>> = {
  'Microsoft Graph': graphAppId,
  'Teams administration': teamsAppId,
};

/** Makes true what the situation says of the time after the consent. `writeSecret` is whoever copies the secret into our file. */
export function comeAfterwards(world: World, writeSecret: (value: string) => void): void {
  const { afterwards } = world.plan.situation;
  if (afterwards === undefined) return;
  const { faults, conditions } = world.state;
  world.clock.move((afterwards.days ?? 0) * 24 * 3600);
  changeAccount(world, afterwards);
  changeRegistration(world, afterwards);
  changeServices(world, afterwards);
  changeGrants(world, afterwards);
  if (afterwards.secret === 'its id') writeSecret(guidFrom(`id of a secret/${world.plan.seed}`));
  else if (afterwards.secret !== undefined) changeSecret(world, afterwards.secret);
  if (afterwards.certificate !== undefined) changeCertificate(world, afterwards.certificate);
  conditions.policies = afterwards.policies ?? [];
  conditions.applicationRoles = afterwards.applicationRoles ?? [];
  for (const { times = Infinity, ...fault } of afterwards.graph ?? []) faults.injectGraph(fault, times);
  for (const { times = Infinity, ...fault } of afterwards.token ?? []) faults.injectToken(fault, times);
}

function changeAccount({ state, clock }: World, { account, roles }: Afterwards): void {
  const { conditions, directory, customer } = state;
  conditions.account = account;
  conditions.signedOutAt = account === 'signed out by an administrator' ? clock.now() : undefined;
  const acting = customer.people[0];
  if (roles !== undefined && acting !== undefined)
    directory.changePerson(acting.id, { roles: roles.active, eligibleRoles: roles.eligible ?? [] });
}

function changeRegistration({ state }: World, { registration }: Afterwards): void {
  const { directory, customer, registrations, conditions } = state;
  const change = (standing: Parameters<typeof directory.changePrincipal>[2]) =>
    directory.changePrincipal(customer.tenant.id, registrations.consent.clientId, standing);
  conditions.signInBehind = registration === 'disabled, and the sign-in service does not know it yet';
  if (registration === 'disabled' || conditions.signInBehind) change({ enabled: false });
  if (registration === 'disabled by Microsoft')
    change({ disabledByMicrosoft: 'DisabledDueToViolationOfServicesAgreement' });
  if (registration === 'only for the assigned') change({ assignmentRequired: true });
  if (registration === 'deleted') directory.strike(customer.tenant.id, registrations.consent.clientId);
}

function changeServices({ state }: World, { services = {} }: Afterwards): void {
  const { directory, customer, conditions } = state;
  conditions.services = services;
  for (const [name, standing] of Object.entries(services)) {
    const appId = serviceAppIds[name as ServiceName];
    if (standing === 'disabled') directory.changePrincipal(customer.tenant.id, appId, { enabled: false });
    if (standing === 'absent') directory.strike(customer.tenant.id, appId);
  }
}

function changeGrants({ state }: World, { grants }: Afterwards): void {
  const { directory, customer, conditions } = state;
  if (grants === undefined) return;
  if (grants === 'withdrawn') return withdrawConsent(state);
  conditions.withdrawsAtNextToken = grants === 'withdrawn as soon as the next token is given';
  if (typeof grants === 'string') return;
  if ('surplus' in grants) return grantSurplus(state, grants.surplus);
  const ours = directory.servicePrincipal(customer.tenant.id, state.registrations.consent.clientId)?.id;
  if ('withoutRoles' in grants) return takeRoles(state, ours, grants.withoutRoles);
  for (const grant of directory.grants(customer.tenant.id).filter(({ clientId }) => clientId === ours))
    directory.putGrant(
      grant,
      grant.scopes.filter((scope) => !grants.without.includes(scope)),
    );
}

function takeRoles({ directory, customer }: World['state'], ours: string | undefined, values: readonly string[]): void {
  const roles = directory.resource(graphAppId)?.appRoles.filter(({ value }) => values.includes(value)) ?? [];
  for (const { id, principalId, appRoleId } of directory.assignments(customer.tenant.id))
    if (principalId === ours && roles.some((role) => role.id === appRoleId)) directory.removeAssignment(id);
}

const dayMs = 24 * 3_600_000;

function changeSecret({ state, clock, plan }: World, secret: 'expired' | 'replaced'): void {
  const { directory, registrations } = state;
  const { clientId, secrets } = registrations.consent;
  if (secret === 'expired')
    directory.changeRegistration(clientId, {
      secrets: secrets.map((one) => ({ ...one, expiresAt: clock.now() - dayMs })),
    });
  if (secret === 'replaced')
    directory.changeRegistration(clientId, {
      secrets: secrets.map((one) => ({ ...one, value: `${one.value.slice(0, -4)}${plan.seed}new` })),
    });
}

function changeCertificate({ state, clock, plan }: World, certificate: 'expired' | 'replaced'): void {
  const ours = plan.certificate?.registered;
  if (ours === undefined) throw new Error('The situation has no certificate that could change.');
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  state.directory.changeRegistration(state.registrations.consent.clientId, {
    certificates: [
      certificate === 'replaced' ? anotherCertificate(ours, publicKey) : { ...ours, expiresAt: clock.now() - dayMs },
    ],
  });
}
