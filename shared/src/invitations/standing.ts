import type { InvitationStatus } from './status.ts';

/** Who must act next. */
export type Owner = 'customer' | 'provider' | 'microsoft' | 'nobody';

/** The one next action on a row. */
export type NextAction = 'choose_method' | 'copy_link' | 'add' | 'validate' | 'fix' | 'renew' | 'cancel' | 'none';

/** How an invitation reads on screen: a status, or the silence after Start. */
export type StandingKey =
  | InvitationStatus
  | 'link_copied'
  | 'no_answer'
  | 'approval_seen'
  | 'box_not_ticked'
  | 'other_tenant_answered'
  | 'settling'
  | 'new_one_asked';

/** What the rules below need to know of an invitation. Times are ISO 8601, UTC. */
export interface StandingFacts {
  readonly status: InvitationStatus;
  readonly statusSince: string;
  readonly startedAt: string | null;
  readonly expiresAt: string;
  /** When an operator first copied the link that is good now. */
  readonly linkCopiedAt?: string | null;
  /** When the customer asked for a new one since it expired. */
  readonly askedAt?: string | null;
  /** Verdict of the connection behind it, once there is one. */
  readonly verdict: string | null;
  /** Why, as the verdict says it. */
  readonly cause: string | null;
  /** What Microsoft said when it refused, where it is known: it says better who must act. */
  readonly refusal?: { readonly owner: Owner; readonly liftedAt?: string | null } | null;
}

export interface Standing {
  readonly key: StandingKey;
  readonly owner: Owner;
  readonly since: string;
  readonly nextAction: NextAction;
  /** How the chip is drawn (look.md section 3). */
  readonly tone: 'working' | 'degraded' | 'settling' | 'action' | 'unknown';
}

/** Many of Microsoft's refusals stay on its own page: after this long without an answer, silence is a state of its own. */
export const answerDueMs = 5 * 60_000;

type Row = Omit<Standing, 'key' | 'since'>;

const rows = {
  draft: { owner: 'provider', nextAction: 'choose_method', tone: 'action' },
  ready: { owner: 'provider', nextAction: 'copy_link', tone: 'unknown' },
  link_copied: { owner: 'customer', nextAction: 'copy_link', tone: 'unknown' },
  email_sent: { owner: 'customer', nextAction: 'copy_link', tone: 'unknown' },
  email_failed: { owner: 'provider', nextAction: 'copy_link', tone: 'degraded' },
  opened: { owner: 'customer', nextAction: 'copy_link', tone: 'unknown' },
  signed_in: { owner: 'customer', nextAction: 'copy_link', tone: 'unknown' },
  approval_requested: { owner: 'customer', nextAction: 'copy_link', tone: 'unknown' },
  approval_seen: { owner: 'customer', nextAction: 'copy_link', tone: 'action' },
  no_answer: { owner: 'customer', nextAction: 'copy_link', tone: 'unknown' },
  consented: { owner: 'provider', nextAction: 'validate', tone: 'degraded' },
  box_not_ticked: { owner: 'customer', nextAction: 'copy_link', tone: 'action' },
  other_tenant_answered: { owner: 'provider', nextAction: 'cancel', tone: 'action' },
  settling: { owner: 'microsoft', nextAction: 'validate', tone: 'settling' },
  authentication_complete: { owner: 'provider', nextAction: 'add', tone: 'working' },
  onboarded: { owner: 'nobody', nextAction: 'none', tone: 'working' },
  declined: { owner: 'customer', nextAction: 'copy_link', tone: 'action' },
  wrong_tenant: { owner: 'customer', nextAction: 'copy_link', tone: 'action' },
  not_allowed: { owner: 'customer', nextAction: 'copy_link', tone: 'action' },
  expired: { owner: 'provider', nextAction: 'renew', tone: 'action' },
  new_one_asked: { owner: 'provider', nextAction: 'renew', tone: 'action' },
  cancelled: { owner: 'nobody', nextAction: 'none', tone: 'unknown' },
  superseded: { owner: 'nobody', nextAction: 'none', tone: 'unknown' },
} as const satisfies Record<StandingKey, Row>;

/** Every way in which an invitation reads, in the order of its life. */
export const standingKeys = Object.keys(rows) as readonly StandingKey[];

/** Who must act where nothing else is known than how it reads. */
export const usualOwner = (key: StandingKey): Owner => rows[key].owner;

/** Where what Microsoft said, or has let happen since, tells better who must act. */
export const saysWho: readonly StandingKey[] = ['not_allowed', 'wrong_tenant', 'approval_seen'];

/** Who must act, since when, and what to do, at the moment `now` (milliseconds since the epoch). */
export function standingOf(facts: StandingFacts, now: number): Standing {
  const key = standingKey(facts, now);
  const row: Row = rows[key];
  const owner = saysWho.includes(key) ? facts.refusal?.owner : undefined;
  return { key, since: sinceOf(key, facts), ...row, owner: owner ?? row.owner };
}

/** Time brings silence and expiry, whenever that is put on record. */
function sinceOf(key: StandingKey, facts: StandingFacts): string {
  const times: { readonly [Key in StandingKey]?: string | null | undefined } = {
    link_copied: facts.linkCopiedAt,
    no_answer: facts.startedAt,
    expired: facts.expiresAt,
    new_one_asked: facts.askedAt,
  };
  return times[key] ?? facts.statusSince;
}

function standingKey(
  { status, startedAt, linkCopiedAt, verdict, cause, expiresAt, askedAt, refusal }: StandingFacts,
  now: number,
): StandingKey {
  if (status === 'consented' && verdict === 'settling') return 'settling';
  if (status === 'consented' && cause === 'permission_one_person') return 'box_not_ticked';
  if (status === 'consented' && cause === 'tenant_mismatch') return 'other_tenant_answered';
  const waitsForMicrosoft = status === 'opened' || status === 'signed_in';
  if (status === 'expired' || (isExpirable(status) && now >= Date.parse(expiresAt)))
    return typeof askedAt === 'string' ? 'new_one_asked' : 'expired';
  if (status === 'ready' && typeof linkCopiedAt === 'string') return 'link_copied';
  if (status === 'approval_requested' && typeof refusal?.liftedAt === 'string') return 'approval_seen';
  if (waitsForMicrosoft && startedAt !== null && now - Date.parse(startedAt) >= answerDueMs) return 'no_answer';
  return status;
}

export const isExpirable = (status: InvitationStatus): boolean =>
  !['consented', 'authentication_complete', 'onboarded', 'cancelled', 'superseded'].includes(status);
