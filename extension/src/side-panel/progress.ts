import type { InvitationView } from '@latchkey/shared/api/invitations';
import { standingOf, type StandingKey } from '@latchkey/shared/invitations/standing';

/** One thing on the way from Start to a proved connection. */
export interface ProgressStep {
  readonly key: 'start' | 'answer' | 'box' | 'proved';
  /** `proved` by the server alone; `done` is what merely happened; `stuck` waits for a person. */
  readonly state: 'next' | 'now' | 'waiting' | 'stuck' | 'done' | 'proved';
  /** When it happened, or since when it lasts. */
  readonly at: string | null;
}

/** How far a sign-in has come at `now`, by the server's word alone: nothing is seen of Microsoft's page. */
export function progressOf(invitation: InvitationView, now: number): readonly ProgressStep[] {
  const { status, statusSince, startedAt, expiresAt, connection } = invitation;
  const { key } = standingOf(
    {
      status,
      statusSince,
      startedAt,
      expiresAt,
      verdict: connection?.verdict ?? null,
      cause: connection?.cause ?? null,
    },
    now,
  );
  const reached = reachedBy[key];
  const proof = reached === 'proved' && isProvedNow(connection, now) ? 'proved' : 'done';
  return order.map((name, index): ProgressStep => {
    const at = name === 'start' ? startedAt : statusSince;
    if (reached === 'proved') {
      const byProof = name === 'box' || name === 'proved';
      return { key: name, state: byProof ? proof : 'done', at: byProof ? (connection?.at ?? at) : at };
    }
    // Whatever ended it, what was started was started.
    const here = reached === 'start' && startedAt !== null ? 1 : order.indexOf(reached);
    if (index < here) return { key: name, state: 'done', at };
    if (index > here) return { key: name, state: 'next', at: null };
    return { key: name, state: stateOf(key), at: key === 'opened' || key === 'no_answer' ? startedAt : at };
  });
}

const order = ['start', 'answer', 'box', 'proved'] as const;

/** At which step each standing is. */
const reachedBy = {
  draft: 'start',
  ready: 'start',
  link_copied: 'start',
  email_sent: 'start',
  email_failed: 'start',
  opened: 'answer',
  signed_in: 'answer',
  approval_requested: 'answer',
  approval_seen: 'start',
  no_answer: 'answer',
  declined: 'answer',
  wrong_tenant: 'answer',
  not_allowed: 'answer',
  consented: 'box',
  box_not_ticked: 'box',
  other_tenant_answered: 'box',
  settling: 'box',
  authentication_complete: 'proved',
  onboarded: 'proved',
  expired: 'start',
  new_one_asked: 'start',
  cancelled: 'start',
  superseded: 'start',
} as const satisfies Record<StandingKey, (typeof order)[number]>;

const waiting: readonly StandingKey[] = ['opened', 'signed_in', 'consented', 'settling'];
const notStarted: readonly StandingKey[] = ['draft', 'ready', 'link_copied', 'email_sent', 'email_failed'];

function stateOf(key: StandingKey): 'now' | 'waiting' | 'stuck' {
  if (waiting.includes(key)) return 'waiting';
  return notStarted.includes(key) ? 'now' : 'stuck';
}

/** Green only as long as the proof is: one that has aged, or has been refuted since, is ink. */
const isProvedNow = (connection: InvitationView['connection'], now: number): boolean =>
  (connection?.verdict === 'working' || connection?.verdict === 'degraded') &&
  connection.validUntil !== null &&
  now < Date.parse(connection.validUntil);
