import type { InvitationView } from '@latchkey/shared/api/invitations';
import { standingOf, type Owner } from '@latchkey/shared/invitations/standing';
import type { FakeState } from './state.ts';

interface Ask {
  readonly query: URLSearchParams;
}

const rowOf = (invitation: InvitationView) => {
  const { verdict = null, cause = null } = invitation.connection ?? {};
  return { invitation, standing: standingOf({ ...invitation, verdict, cause }, Date.now()) };
};
type Row = ReturnType<typeof rowOf>;

const isFound = ({ invitation: { customer, order } }: Row, text: string): boolean =>
  [customer.fullName, customer.tenantId, customer.domain, order.shortName].some((place) =>
    place?.toLowerCase().includes(text),
  );
const rank = ({ standing }: Row): number => (standing.owner === 'provider' ? 0 : 1);

/** The pending list: searched, filtered by two things, and in its usual order. */
export const pendingAnswers = {
  listPending: (state: FakeState, { query }: Ask) => {
    const [owner, status, waiting] = ['owner', 'status', 'waitingSince'].map((name) => query.get(name));
    const rows = state.invitations
      .map(rowOf)
      .filter((row) => isFound(row, (query.get('search') ?? '').toLowerCase()))
      .filter(({ standing }) => status == null || standing.key === status)
      .filter(({ standing }) => waiting == null || standing.since <= waiting)
      .toSorted((one, other) => rank(one) - rank(other) || one.standing.since.localeCompare(other.standing.since));
    const count = (name: Owner) => rows.filter(({ standing }) => standing.owner === name).length;
    const shown = rows.filter(({ standing }) => owner == null || standing.owner === owner);
    const counts = {
      provider: count('provider'),
      customer: count('customer'),
      microsoft: count('microsoft'),
      nobody: count('nobody'),
    };
    return {
      value: {
        items: shown.map(({ invitation }) => invitation),
        mails: shown.flatMap(({ invitation }) =>
          state.mails
            .filter(({ invitationId }) => invitationId === invitation.id)
            .map((newest) => ({ taken: newest.state === 'sent' ? 2 : 0, newest })),
        ),
        next: null,
        total: shown.length,
        counts,
      },
    };
  },
  exportPending: () => ({ value: { fileName: 'latchkey-invitations-2026-11-26.csv', csv: '"Customer"\r\n' } }),
};
