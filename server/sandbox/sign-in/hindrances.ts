import type { Person, Registration, Tenant } from '../directory/records.ts';
import type { ResourceApplication } from '../directory/resources.ts';
import { serviceAppIds } from '../world/come-afterwards.ts';
import type { World } from '../world/world.ts';
import { refuse, type Outcome } from './errors.ts';
import { policies } from './policy-errors.ts';

type Refused = Extract<Outcome<never>, { ok: false }>;

/** Whether it is the consent app in the customer's tenant: nobody else meets what the situation makes true afterwards. */
const isTheirs = ({ state }: World, client: Registration, tenant: Tenant): boolean =>
  client.clientId === state.registrations.consent.clientId && tenant.id === state.customer.tenant.id;

/** Why the application gets no token in that tenant for that resource, whoever asks; undefined when nothing is in its way. */
export function hindersApplication(
  world: World,
  client: Registration,
  tenant: Tenant,
  resource: ResourceApplication,
): Refused | undefined {
  const { directory, conditions } = world.state;
  const filling = { client: client.clientId, name: client.displayName, tenant: tenant.displayName };
  const ours = directory.servicePrincipal(tenant.id, client.clientId);
  if (ours !== undefined && !ours.enabled && !conditions.signInBehind) return refuse(7000112, filling);
  const theirs = directory.servicePrincipal(tenant.id, resource.appId);
  if (theirs === undefined) return refuse(500011, { ...filling, resource: resource.displayName });
  if (!theirs.enabled) return refuse(500014, { ...filling, resource: resource.appId });
  const isBought = Object.entries(conditions.services).every(
    ([name, standing]) =>
      standing !== 'not bought' || serviceAppIds[name as keyof typeof serviceAppIds] !== resource.appId,
  );
  return isBought ? undefined : refuse(650052, { ...filling, resource: resource.displayName });
}

/** Why the account gets no token through that application; undefined when nothing is in its way. */
export function hindersAccount(
  world: World,
  client: Registration,
  tenant: Tenant,
  { person, since }: { readonly person: Person; readonly since: number },
): Refused | undefined {
  if (!isTheirs(world, client, tenant)) return undefined;
  const { conditions, customer, directory } = world.state;
  const filling = { client: client.clientId, name: client.displayName, tenant: tenant.displayName };
  if (person.id === customer.people[0]?.id) {
    if (conditions.account === 'deleted') return refuse(50034, filling);
    if (conditions.account === 'disabled') return refuse(50057, filling);
    if (conditions.signedOutAt !== undefined && since <= conditions.signedOutAt) return refuse(50173, filling);
  }
  const ours = directory.servicePrincipal(tenant.id, client.clientId);
  if (ours?.assignmentRequired === true) return refuse(50105, filling);
  const [policy] = conditions.policies;
  return policy === undefined ? undefined : refuse(policies[policy], filling);
}
