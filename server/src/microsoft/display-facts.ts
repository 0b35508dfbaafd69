import type { TokenObservation } from '@latchkey/shared/validation/observation';
import { decodeJwt } from 'jose';

type Facts = Pick<Extract<TokenObservation, { state: 'issued' }>, 'issuedAt' | 'tenantId' | 'permissions'>;

/** A token for somebody else is opaque by contract: what can be read of it can only take a verdict away, or explain a refusal. */
export function displayFacts(accessToken: string): Facts {
  try {
    const { iat, tid, scp, roles, idtyp } = decodeJwt(accessToken);
    const issuedAt = typeof iat === 'number' && Math.abs(iat) < 1e11 ? new Date(iat * 1000).toISOString() : null;
    return {
      issuedAt,
      tenantId: typeof tid === 'string' ? tid.toLowerCase() : null,
      permissions: carried(scp, roles, idtyp),
    };
  } catch {
    return { issuedAt: null, tenantId: null, permissions: null };
  }
}

/** Scopes of somebody's token, or app roles of an application's: to whom nothing was granted, theirs carries no list at all. */
function carried(scp: unknown, roles: unknown, kind: unknown): readonly string[] | null {
  if (typeof scp === 'string') return scp.split(' ').filter((scope) => scope !== '');
  if (roles === undefined && kind === 'app') return [];
  return Array.isArray(roles) ? roles.filter((role) => typeof role === 'string') : null;
}
