import type { AuditLineView } from '@latchkey/shared/api/audit';
import { outcomeOf, type AuditAction } from '@latchkey/shared/audit/audit-actions';
import { idOf, tenantOf } from './ids.ts';
import { ago } from './samples.ts';
import type { FakeState } from './state.ts';

const minute = 60_000;
const ada = { kind: 'operator', id: '0b1f2c3d-0000-4000-8000-000000000001', name: 'Ada Berg' } as const;

/** A line of the trail; the newest has the highest sequence. */
const auditLineOf = (sequence: number, action: AuditAction, change: Partial<AuditLineView> = {}): AuditLineView => ({
  sequence,
  at: ago((200 - sequence) * minute),
  action,
  outcome: outcomeOf(action),
  actor: ada,
  customer: { id: idOf('cus', 1), fullName: 'Contoso Ltd' },
  invitationId: idOf('inv', 1),
  connectionId: null,
  serviceId: null,
  requestId: `req-${sequence}`,
  details: '{}',
  ...change,
});

/** A trail that is longer than a page. */
const trail = (): readonly AuditLineView[] => [
  auditLineOf(62, 'policy.method_changed', {
    customer: null,
    invitationId: null,
    details: JSON.stringify({ method: 'known-password', from: false, to: true }),
  }),
  auditLineOf(61, 'consent.wrong_tenant', {
    actor: { kind: 'customer', id: null, name: null },
    details: JSON.stringify({ tenantId: tenantOf(2), upstream: [] }),
  }),
  auditLineOf(60, 'invitation.expired', { actor: { kind: 'system', id: null, name: null } }),
  ...Array.from({ length: 59 }, (_, index) => auditLineOf(59 - index, 'invitation.link_shown')),
];

interface Ask {
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
}

const pageSize = 50;

const [mayAll, mayRead] = [
  { method: 'POST', path: '/v1/method-policies/:method', summary: 'Turn a method on or off' },
  { method: 'GET', path: '/v1/customers', summary: 'Customers, 50 at a time' },
];

const benBruun = {
  objectId: '0b1f2c3d-0000-4000-8000-000000000002',
  name: 'Ben Bruun',
  tenantId: tenantOf(9),
  role: 'Monitor',
  lastSignIn: ago(26 * 60 * minute),
  isCaller: false,
  sessions: 0,
} as const;

/** The audit log, and who has signed in. */
export const auditAnswers = {
  listOperators: (state: FakeState) => ({
    value: {
      operators: [
        { ...benBruun, objectId: ada.id, name: ada.name, role: state.role, isCaller: true, lastSignIn: ago(minute) },
        { ...benBruun, sessions: state.benSessions },
      ].map((operator) => (operator.isCaller ? { ...operator, sessions: 1 } : operator)),
      roles: [
        { role: 'Admin', may: [mayAll, mayRead] },
        { role: 'Operator', may: [mayRead] },
        { role: 'Monitor', may: [mayRead] },
      ],
      application: {
        appId: '7c1a2b3c-0000-4000-8000-00000000b001',
        portal: 'https://entra.microsoft.com/#view/Microsoft_AAD_IAM/StartboardApplicationsMenuBlade/~/AppAppsPreview',
      },
    },
  }),
  signOutOperator: (state: FakeState, { params }: { readonly params: Readonly<Record<string, string>> }) => {
    const ended = params['objectId'] === benBruun.objectId ? state.benSessions : 1;
    if (params['objectId'] === benBruun.objectId) state.benSessions = 0;
    return { value: { ended } };
  },
  listAudit: (_: FakeState, { query }: Ask) => {
    const before = Number(query.get('before') ?? Infinity);
    const [action, outcome] = [query.get('action'), query.get('outcome')];
    const meant = trail().filter(
      (line) =>
        line.sequence < before &&
        (action === null || line.action === action) &&
        (outcome === null || line.outcome === outcome) &&
        JSON.stringify(line).includes(query.get('search') ?? ''),
    );
    const items = meant.slice(0, pageSize);
    return { value: { items, next: meant.length > pageSize ? String(items.at(-1)?.sequence) : null } };
  },
  exportAudit: () => ({
    value: { fileName: 'latchkey-audit-2026-11-26.csv', csv: '"Line"\r\n', rows: 62, complete: true },
  }),
};
