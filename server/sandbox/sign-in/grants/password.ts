import { refuse } from '../errors.ts';
import { checkPassword } from '../passwords.ts';
import { issueTokens, scopesOf } from './issue.ts';
import type { GrantHandler } from './token-ask.ts';

/** `password`: for people without a second factor, and for nothing that they have not consented to. */
export const password: GrantHandler = async (ask) => {
  const { world, client, tenant, segment, form, origin, clientProved } = ask;
  if (origin !== undefined) return refuse(9002326);
  if (segment.toLowerCase() === 'common') return refuse(9001023);
  if (client.secrets.length > 0 && !clientProved) return refuse(7000218);
  for (const value of ['username', 'password', 'scope']) if (!form[value]) return refuse(900144, { value });
  const person = world.state.directory.personNamed(form['username'] ?? '');
  const isMember = person && (!tenant || tenant.id === person.tenantId);
  if (!isMember) return refuse(50034, { tenant: tenant?.displayName ?? segment });
  const checked = checkPassword(world, person, form['password'] ?? '');
  if (checked === 'locked') return refuse(50053);
  if (checked === 'wrong') return refuse(50126);
  if (person.mfa) return refuse(50076, { client: client.clientId });
  const scopes = scopesOf(ask, '');
  if (!scopes.ok) return scopes;
  const scopeText = form['scope'] ?? '';
  return issueTokens(ask, { person, scopes: scopes.value, scopeText, mfa: false, refresh: { spa: false } });
};
