import { endpoints } from '@latchkey/shared/api/endpoints';
import { operatorRoles, type Endpoint, type OperatorRole } from '@latchkey/shared/api/endpoint';
import type { OperatorView, RoleView } from '@latchkey/shared/api/operators';
import type { AuditLine } from '../audit/audit-repository.ts';
import type { Store } from '../storage/store.ts';
import type { KeepsSessions } from './session-keeper.ts';

/** So many operators at most are listed: those who signed in last. */
const mostListed = 500;

/** Who has signed in, as the trail knows it, and how many of their sessions are alive. */
export async function operatorViews(store: Store, sessions: KeepsSessions, callerId: string): Promise<OperatorView[]> {
  const [lines, alive] = await Promise.all([store.read.audit.lastSignIns(mostListed), sessions.alive()]);
  return lines.flatMap(({ actor: { id, name }, at, details }) =>
    id === null
      ? []
      : [
          {
            objectId: id,
            name,
            ...tokenOf(details),
            lastSignIn: at,
            isCaller: id === callerId,
            sessions: alive.filter(({ objectId }) => objectId === id).length,
          },
        ],
  );
}

/** What the line keeps of the token. */
const tokenOf = ({ tenantId, role }: AuditLine['details']): Pick<OperatorView, 'tenantId' | 'role'> => ({
  tenantId: typeof tenantId === 'string' ? tenantId : null,
  role: operatorRoles.find((name) => name === role) ?? null,
});

const everyEndpoint: readonly Endpoint[] = Object.values(endpoints);

/** What each role may call: what `permit` asks of the endpoints is listed, and nothing is written down twice. */
export const roleViews = (): RoleView[] =>
  operatorRoles.map((role: OperatorRole) => ({
    role,
    may: everyEndpoint
      .filter(({ who }) => who !== 'anyone' && who.includes(role))
      .map(({ method, path, summary }) => ({ method, path, summary })),
  }));
