import type { AlertTarget } from '@latchkey/shared/api/alerts';
import type { CustomerView } from '@latchkey/shared/api/customers';
import type { RunView } from '@latchkey/shared/api/validation-runs';
import type { PermissionProfileView } from '@latchkey/shared/api/permissions';
import { directRoutingDelegated, profiles } from '@latchkey/shared/permissions/profiles';
import { idOf } from './ids.ts';
import { ago } from './samples.ts';
import type { FakeState } from './state.ts';

interface Ask {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
}

const minute = 60_000;

/** A validation of many as the API tells of it. */
export const runOf = (change: Partial<RunView> = {}): RunView => ({
  id: `run_${'0'.repeat(25)}1`,
  kind: 'bulk',
  state: 'running',
  total: 200,
  done: 120,
  counts: { working: 96, degraded: 11, settling: 2, action_needed: 7, blocked: 1, not_known: 3, gone: 0 },
  secondsLeft: 42,
  startedAt: ago(2 * minute),
  startedBy: 'Ada Berg',
  finishedAt: null,
  ...change,
});

const standingOf = ({ id, fullName, tenantId, domain, connection }: CustomerView) => ({
  customerId: id,
  fullName,
  tenantId,
  domain,
  connectionId: connection?.id ?? null,
  verdict: connection?.verdict == null ? null : part(connection.verdict),
  endsAt: endOf(connection?.refreshToken?.sealedAt),
});

const endOf = (sealedAt: string | undefined): string | null =>
  sealedAt === undefined ? null : new Date(Date.parse(sealedAt) + 7_776_000_000).toISOString();

const part = (verdict: NonNullable<NonNullable<CustomerView['connection']>['verdict']>) => {
  const { verdict: name, cause, evidence, owner, at, validUntil, settlingUntil } = verdict;
  return { verdict: name, cause, evidence, owner, at, validUntil, settlingUntil };
};

function move(state: FakeState, change: Partial<RunView>) {
  if (state.run === null) return { refuse: 'validation_run_not_found' } as const;
  state.run = { ...state.run, ...change };
  return { value: state.run };
}

/** The list of customers, validations of many, and history. */
export const standingAnswers = {
  listStandings: (state: FakeState, { query }: Ask) => {
    const verdict = query.get('verdict');
    const all = state.customers.map(standingOf);
    const items = all.filter((one) => verdict === null || one.verdict?.verdict === verdict);
    return { value: { items, next: null, total: items.length } };
  },
  exportStandings: () => ({ value: { fileName: 'latchkey-customers-2026-11-26.csv', csv: '"Customer"\r\n' } }),
  listRuns: (state: FakeState) => ({ value: { runs: state.run === null ? [] : [state.run] } }),
  startRun: (state: FakeState) => {
    const total = state.customers.filter(({ connection }) => connection !== null).length;
    const counts = { working: 0, degraded: 0, settling: 0, action_needed: 0, blocked: 0, not_known: 0, gone: 0 };
    state.run = runOf({ total, done: 0, counts, secondsLeft: null });
    return { value: state.run };
  },
  pauseRun: (state: FakeState) => move(state, { state: 'paused', secondsLeft: null }),
  resumeRun: (state: FakeState) => move(state, { state: 'running' }),
  cancelRun: (state: FakeState) => move(state, { state: 'cancelled', secondsLeft: null, finishedAt: ago(0) }),
  listPermissionProfiles: (state: FakeState) => ({
    value: {
      profiles: [
        ...profiles.map((profile) => ({ profile, madeBy: null, madeAt: null })),
        ...(state.lacking.length > 0 ? [ownProfile] : []),
        ...state.profiles,
      ],
    },
  }),
  savePermissionProfile: (state: FakeState, { body }: Ask) => {
    const { follows, ...said } = body;
    const profile = { ...said, version: Number(follows) + 1 } as PermissionProfileView['profile'];
    const saved = { profile, madeBy: 'Ada Berg', madeAt: ago(0) };
    state.profiles = [...state.profiles.filter(({ profile: { id } }) => id !== profile.id), saved];
    return { value: saved };
  },
  listLackingCustomers: (state: FakeState) => ({ value: { version: 2, customers: state.lacking } }),
  inviteAgain: (state: FakeState, { body }: Ask) => {
    const wanted = body['customerIds'] as readonly string[] | undefined;
    const meant = state.lacking.filter(({ customerId }) => wanted?.includes(customerId) ?? true);
    const isInvited = ({ pending }: FakeState['lacking'][number]) =>
      pending === 'none' || (pending === 'replaceable' && body['replacePending'] === true);
    const invited = meant.filter(isInvited);
    const made = invited.map(({ customerId }, place) => ({ customerId, invitationId: idOf('inv', 90 + place) }));
    const replaced = invited.filter(({ pending }) => pending === 'replaceable').length;
    const pending = meant.filter((one) => !isInvited(one)).map(({ customerId }) => customerId);
    state.lacking = state.lacking.filter((one) => !invited.includes(one));
    return { value: { version: 2, made, replaced, pending } };
  },
  listAlertTargets: (state: FakeState) => ({ value: { targets: state.alertTargets } }),
  saveAlertTarget: (state: FakeState, { body }: Ask) => {
    const { secret: _, follows: __, ...said } = body;
    const target = {
      ...said,
      changedAt: ago(0),
      changedBy: 'Ada Berg',
      version: 1,
      waiting: 0,
      failed: 0,
      deliveredAt: null,
      lastFailure: null,
    } as unknown as AlertTarget;
    state.alertTargets = [...state.alertTargets.filter(({ id }) => id !== target.id), target];
    return { value: target };
  },
  removeAlertTarget: (state: FakeState, { params }: Ask) => {
    state.alertTargets = state.alertTargets.filter(({ id }) => id !== params['targetId']);
    return { value: null };
  },
  replayAlerts: () => ({ value: { queued: 3 } }),
  readCandidate: (state: FakeState, { params }: Ask) => ({
    value: state.candidates.find(({ connectionId }) => connectionId === params['connectionId']) ?? null,
  }),
  testAlertTarget: (state: FakeState) => ({ value: { failure: state.testFailure } }),
  readHistory: (state: FakeState, { params }: Ask) => {
    const { connection } = state.services.find((one) => one.connection?.id === params['connectionId']) ?? {};
    if (connection?.verdict == null) return { value: { items: [], next: null, flapping: false } };
    const { verdict } = connection;
    const one = (place: number, change: object) => ({
      validationId: `val_${'0'.repeat(25)}${place}`,
      at: ago(place * 9 * 60 * minute),
      verdict: verdict.verdict,
      cause: verdict.cause,
      owner: verdict.owner,
      evidence: verdict.evidence,
      code: verdict.code,
      requestId: verdict.requestId,
      startedBy: 'Latchkey',
      auditSequence: 90 - place,
      ...change,
    });
    const works = { verdict: 'working', cause: 'all_proved', owner: 'nobody', evidence: 'probe', code: null } as const;
    const missing = { verdict: 'action_needed', cause: 'permission_missing', owner: 'customer' } as const;
    const items = [one(1, {}), one(2, works), one(3, missing), one(4, { ...works, startedBy: 'Ada Berg' })];
    return { value: { items, next: null, flapping: false } };
  },
  readStretches: (state: FakeState, { params }: Ask) => {
    const { connection } = state.services.find((one) => one.connection?.id === params['connectionId']) ?? {};
    if (connection?.verdict == null) return { value: { stretches: [], readAt: ago(0) } };
    return {
      value: { stretches: [...lastMonths(), { from: ago(0), verdict: connection.verdict.verdict }], readAt: ago(0) },
    };
  },
};

/** Every verdict once, with days between, and a stretch of which nobody knows. */
const lastMonths = () =>
  (
    [
      [70, 'settling'],
      [69, 'working'],
      [51, 'unreachable'],
      [50, 'working'],
      [40, 'degraded'],
      [33, 'working'],
      [21, 'unknown'],
      [17, 'action_needed'],
      [14, 'working'],
      [6, 'blocked'],
      [4, 'working'],
    ] as const
  ).map(([days, verdict]) => ({ from: ago(days * 24 * 60 * minute), verdict }));

/** The provider's own profile, of which a newer version asks for more. */
const ownProfile = {
  profile: { ...directRoutingDelegated, id: 'northwind-voice', version: 2 },
  madeBy: 'Rolf Ek',
  madeAt: ago(0),
};
