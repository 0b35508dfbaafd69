import { createHash, randomBytes, randomInt } from 'node:crypto';
import type { Person, Registration } from '../directory/records.ts';
import type { ResourceApplication } from '../directory/resources.ts';
import { widsOf } from '../directory/roles.ts';
import type { World } from '../world/world.ts';
import { issuerOf } from './metadata.ts';

/** The person's id as MSAL reads it. */
export const clientInfo = ({ id, tenantId }: Person): string =>
  Buffer.from(JSON.stringify({ uid: id, utid: tenantId })).toString('base64url');

/** What a token is made for. */
export interface TokenFor {
  readonly client: Registration;
  readonly tenantId: string;
  /** Nobody, in client credentials. */
  readonly person: Person | undefined;
  readonly mfa: boolean;
}

/** A subject that two applications cannot compare. */
const pairwise = (id: string, clientId: string): string =>
  createHash('sha256').update(`${id}/${clientId}`).digest('base64url');

const uniqueId = (): string => randomBytes(16).toString('base64url');

/** The application roles that a person or an application has in a resource. */
function rolesIn(world: World, { tenantId, client, person }: TokenFor, resource: ResourceApplication) {
  const { directory } = world.state;
  const resourceId = directory.servicePrincipal(tenantId, resource.appId)?.id;
  const principalId = person?.id ?? directory.servicePrincipal(tenantId, client.clientId)?.id;
  const assigned = directory
    .assignments(tenantId)
    .filter((one) => one.resourceId === resourceId && one.principalId === principalId)
    .map(({ appRoleId }) => appRoleId);
  return resource.appRoles.filter(({ id }) => assigned.includes(id)).map(({ value }) => value);
}

/** Entra dates what it signs five minutes back, for readers whose clock is slow (https://github.com/keycloakify/oidc-spa/issues/162). */
const datedBack = 300;

/** Makes an id_token. */
export function mintIdToken(
  world: World,
  token: TokenFor & { person: Person },
  scopes: readonly string[],
  nonce?: string,
) {
  const { client, person, tenantId } = token;
  const now = world.clock.seconds();
  const hasProfile = scopes.includes('profile');
  return world.keys.sign({
    aud: client.clientId,
    iss: issuerOf(tenantId),
    iat: now - datedBack,
    nbf: now - datedBack,
    exp: now + 3600,
    ...(scopes.includes('email') && { email: person.username }),
    ...(hasProfile && { name: person.name, oid: person.id, preferred_username: person.username }),
    ...(nonce !== undefined && { nonce }),
    sub: pairwise(person.id, client.clientId),
    tid: tenantId,
    uti: uniqueId(),
    ver: '2.0',
    ...(client.showsDirectoryRoles && { wids: widsOf(person.roles) }),
  });
}

/** Times and a name for a new access token: the lifetime counts from when it was issued, whatever the token says. */
export interface Stamp {
  readonly issuedAt: number;
  readonly lifetime: number;
}

/** Entra draws the lifetime between 60 and 90 minutes. */
export const freshStamp = (world: World): Stamp => ({
  issuedAt: world.clock.seconds(),
  lifetime: randomInt(3600, 5400),
});

/** Makes an access token for a resource: in the version that the resource accepts. */
export function mintAccessToken(
  world: World,
  token: TokenFor,
  resource: ResourceApplication,
  scopes: readonly string[],
  { issuedAt, lifetime }: Stamp = freshStamp(world),
): Promise<string> {
  const { client, person, tenantId } = token;
  const roles = rolesIn(world, token, resource);
  const servicePrincipalId = world.state.directory.servicePrincipal(tenantId, client.clientId)?.id;
  const times = { iat: issuedAt - datedBack, nbf: issuedAt - datedBack, exp: issuedAt + lifetime };
  const rights = {
    ...(person && { scp: scopes.filter((scope) => scope !== 'offline_access').join(' ') }),
    ...(roles.length > 0 && { roles }),
  };
  const who = person
    ? { oid: person.id, sub: pairwise(person.id, resource.appId), name: person.name }
    : { oid: servicePrincipalId ?? '', sub: servicePrincipalId ?? '' };
  const secret = client.secrets.length > 0 ? '1' : '0';
  if (resource.tokenVersion === '2.0')
    return world.keys.sign({
      aud: resource.appId,
      iss: issuerOf(tenantId),
      ...times,
      azp: client.clientId,
      azpacr: secret,
      ...who,
      ...(person && { preferred_username: person.username }),
      ...rights,
      tid: tenantId,
      uti: uniqueId(),
      ver: '2.0',
    });
  return world.keys.signForGraph({
    aud: resource.appId,
    iss: `https://sts.windows.net/${tenantId}/`,
    ...times,
    app_displayname: client.displayName,
    appid: client.clientId,
    appidacr: secret,
    idtyp: person ? 'user' : 'app',
    ...who,
    ...(person && { amr: token.mfa ? ['pwd', 'mfa'] : ['pwd'], unique_name: person.username, upn: person.username }),
    ...rights,
    tid: tenantId,
    uti: uniqueId(),
    ver: '1.0',
    ...(person && { wids: widsOf(person.roles) }),
  });
}
