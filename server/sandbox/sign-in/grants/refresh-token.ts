import { refuse } from '../errors.ts';
import { hindersAccount, hindersApplication } from '../hindrances.ts';
import { issueTokens, refreshTokenEnd, scopesOf } from './issue.ts';
import type { GrantHandler } from './token-ask.ts';

/** `refresh_token`: every use gives a new one, and the old one stays good, as at Microsoft. */
export const refreshToken: GrantHandler = async (ask) => {
  const { world, client, tenant, form, origin, clientProved } = ask;
  if (form['refresh_token'] === undefined) return refuse(900144, { value: 'refresh_token' });
  const token = world.state.refreshTokens.get(form['refresh_token']);
  if (!token || token.client.clientId !== client.clientId) return refuse(70000);
  if (token.spa && origin === undefined) return refuse(9002327);
  if (!token.spa && origin !== undefined) return refuse(9002326);
  if (!token.spa && client.secrets.length > 0 && !clientProved) return refuse(7000218);
  const { person } = token;
  if (tenant && tenant.id !== person.tenantId) {
    const filling = { account: person.username, home: person.tenantId, tenant: tenant.displayName };
    return refuse(50020, { ...filling, client: client.clientId });
  }
  const now = world.clock.now();
  const end = refreshTokenEnd(token, now);
  if (end !== undefined) return refuse(end);
  const scopes = scopesOf(ask, token.scopeText);
  if (!scopes.ok) return scopes;
  const home = tenant ?? world.state.directory.tenantNamed(person.tenantId);
  const hindered =
    home &&
    (hindersApplication(world, client, home, scopes.value.resource) ??
      hindersAccount(world, client, home, { person, since: token.firstIssuedAt }));
  if (hindered !== undefined) return hindered;
  token.lastUsedAt = now;
  const { mfa, spa, scopeText } = token;
  return issueTokens(ask, { person, scopes: scopes.value, scopeText, mfa, refresh: { spa, from: token } });
};
