import type { ResourceApplication } from '../../directory/resources.ts';
import type { World } from '../../world/world.ts';
import { mintAccessToken, type TokenFor } from '../tokens.ts';

const anHour = 60 * 60;
const lifetime = anHour + 25 * 60;

/**
 * The lie `old-token`: however often one asks, the same token comes, and it says that it was made an hour ago,
 * before anybody consented to anything.
 */
export async function oldToken(
  world: World,
  token: TokenFor,
  resource: ResourceApplication,
  scopes: readonly string[],
): Promise<{ readonly token: string; readonly lifetime: number }> {
  const { oldTokens } = world.state;
  const key = `${token.person?.id}/${token.client.clientId}/${resource.appId}`;
  const now = world.clock.seconds();
  const known = oldTokens.get(key);
  if (known && known.expiresAt > now) return { token: known.token, lifetime: known.expiresAt - now };
  const issuedAt = now - anHour;
  const made = await mintAccessToken(world, token, resource, scopes, { issuedAt, lifetime });
  oldTokens.set(key, { token: made, expiresAt: issuedAt + lifetime });
  return { token: made, lifetime: lifetime - anHour };
}
