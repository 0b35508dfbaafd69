import { readScopes } from '../../directory/permissions.ts';
import { done, refuse } from '../errors.ts';
import { hindersApplication } from '../hindrances.ts';
import { freshStamp, mintAccessToken } from '../tokens.ts';
import { oldToken } from './old-token.ts';
import type { GrantHandler } from './token-ask.ts';

/** `client_credentials`: the application for itself, in one tenant, for one resource. */
export const clientCredentialsGrant: GrantHandler = async ({ world, client, tenant, form, origin, clientProved }) => {
  if (origin !== undefined) return refuse(9002326);
  if (!tenant) return refuse(50059);
  const scope = form['scope'];
  if (scope === undefined) return refuse(900144, { value: 'scope' });
  if (!scope.endsWith('/.default') || /\s/.test(scope)) return refuse(1002012, { scope });
  if (!clientProved) return refuse(7000218);
  const filling = { client: client.clientId, tenant: tenant.displayName };
  if (!world.state.directory.servicePrincipal(tenant.id, client.clientId))
    return tenant.id === client.homeTenantId
      ? refuse(7000229, { ...filling, tenant: tenant.id })
      : refuse(700016, filling);
  const scopes = readScopes(world.state.directory, { ...client, requires: [] }, scope);
  if ('problem' in scopes) return refuse(500011, { resource: scope, tenant: tenant.displayName });
  const hindered = hindersApplication(world, client, tenant, scopes.resource);
  if (hindered !== undefined) return hindered;
  const token = { client, tenantId: tenant.id, person: undefined, mfa: false };
  const stamp = freshStamp(world);
  const answer = {
    token_type: 'Bearer',
    expires_in: stamp.lifetime,
    ext_expires_in: stamp.lifetime,
    access_token:
      world.state.faults.lie === 'old-token' && client.clientId === world.state.registrations.consent.clientId
        ? (await oldToken(world, token, scopes.resource, [])).token
        : await mintAccessToken(world, token, scopes.resource, [], stamp),
  } as const;
  return done({ answer, tenantId: tenant.id, scopes: [] });
};
