import { grantedTo, notGranted, readScopes, type AskedScopes } from '../../directory/permissions.ts';
import type { Directory } from '../../directory/directory.ts';
import type { Person, Registration } from '../../directory/records.ts';
import { openIdScopes } from '../../directory/resources.ts';
import { done, refuse, type Outcome } from '../errors.ts';
import { clientInfo, freshStamp, mintAccessToken, mintIdToken } from '../tokens.ts';
import type { RefreshToken } from './issued.ts';
import { oldToken } from './old-token.ts';
import type { Issued, TokenAsk } from './token-ask.ts';

/** For whom tokens are made, and what of the sign-in goes into them. */
export interface IssueFor {
  readonly person: Person;
  readonly scopes: AskedScopes;
  readonly scopeText: string;
  readonly mfa: boolean;
  readonly nonce?: string | undefined;
  /** The refresh token that was used, or how the first one is to be. */
  readonly refresh: { readonly spa: boolean; readonly from?: RefreshToken };
}

const dayInSeconds = 24 * 60 * 60;
const ninetyDaysInSeconds = 90 * dayInSeconds;

/** Reads the scopes of a token request; none means those of the sign-in. */
export function scopesOf({ world, client, form }: TokenAsk, before: string): Outcome<AskedScopes> {
  const read = readScopes(world.state.directory, client, form['scope'] ?? before);
  if (!('problem' in read)) return done(read);
  if (read.problem === 'unknown scope') return refuse(70011, { scope: read.scope });
  return refuse(500011, { resource: read.resource, tenant: '' });
}

/** The scopes as Entra writes them back: granted ones, spelled as the request spelled the resource. */
function spelled({ asked, resource, everything }: AskedScopes, granted: readonly string[]): string {
  const prefix = asked.find((one) => one.resource === resource && one.prefix !== '')?.prefix;
  const plain = openIdScopes as readonly string[];
  const list = granted
    .filter((scope) => scope !== 'offline_access')
    .map((scope) => (prefix === undefined || plain.includes(scope) ? scope : `${prefix}/${scope}`));
  return [...list, ...(everything === undefined ? [] : [everything])].join(' ');
}

/**
 * `/.default` gives whatever was granted, as long as anything was; named scopes must all be. Source: learn.microsoft.com, scopes and
 * permissions, "the .default scope".
 */
const isConsented = (directory: Directory, client: Registration, person: Person, scopes: AskedScopes): boolean =>
  scopes.everything === undefined
    ? notGranted(directory, client, person, scopes.asked).length === 0
    : grantedTo(directory, client, person, scopes.resource).length > 0;

/** Makes all the tokens of a person's grant. Whoever has not consented gets none. */
export async function issueTokens(ask: TokenAsk, wanted: IssueFor): Promise<Outcome<Issued>> {
  const { world, client } = ask;
  const { person, scopes, scopeText, mfa, nonce, refresh } = wanted;
  const { directory, refreshTokens, registrations, faults } = world.state;
  if (!client.firstParty && !isConsented(directory, client, person, scopes))
    return refuse(65001, { client: client.clientId, name: client.displayName });
  const names = scopes.asked.map(({ permission }) => permission.value);
  const { tenantId } = person;
  const token = { client, tenantId, person, mfa };
  const granted = [...new Set(grantedTo(directory, client, person, scopes.resource))];
  const lies = faults.lie === 'old-token' && refresh.from && client.clientId === registrations.consent.clientId;
  const stamp = freshStamp(world);
  const fresh = {
    token: await mintAccessToken(world, token, scopes.resource, granted, stamp),
    lifetime: stamp.lifetime,
  };
  const access = lies ? await oldToken(world, token, scopes.resource, granted) : fresh;
  const now = world.clock.now();
  const firstIssuedAt = refresh.from?.firstIssuedAt ?? now;
  const age = Math.floor((now - firstIssuedAt) / 1000);
  const keeps = names.includes('offline_access') || refresh.from !== undefined;
  const { spa } = refresh;
  const next = { client, person, scopeText, spa, mfa, firstIssuedAt, lastUsedAt: now };
  const answer = {
    token_type: 'Bearer',
    scope: spelled(scopes, granted),
    expires_in: access.lifetime,
    ext_expires_in: access.lifetime,
    access_token: access.token,
    ...(keeps && { refresh_token: refreshTokens.put(next) }),
    ...(keeps && spa && { refresh_token_expires_in: dayInSeconds - age }),
    ...(names.includes('openid') && { id_token: await mintIdToken(world, token, names, nonce) }),
    ...(ask.form['client_info'] === '1' && { client_info: clientInfo(person) }),
  } as const;
  return done({ answer, tenantId, account: person.username, scopes: granted });
}

/** Whether a refresh token has reached its end by age. */
export function refreshTokenEnd(token: RefreshToken, now: number): 700084 | 700082 | undefined {
  if (token.spa && now - token.firstIssuedAt >= dayInSeconds * 1000) return 700084;
  if (now - token.lastUsedAt >= ninetyDaysInSeconds * 1000) return 700082;
  return undefined;
}
