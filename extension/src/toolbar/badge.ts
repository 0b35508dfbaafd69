import type { CustomerView } from '@latchkey/shared/api/customers';
import type { InvitationView } from '@latchkey/shared/api/invitations';
import { standingOf } from '@latchkey/shared/invitations/standing';
import { verdictNow } from '@latchkey/shared/validation/age';
import type { Verdict } from '@latchkey/shared/validation/verdict';
import { fill, plural } from '@latchkey/shared/words/fill';
import type { ToolbarMoment } from '../session/remembered.ts';
import type { ToolbarSpeech } from './toolbar-words.ts';

export interface ToolbarFacts {
  readonly signedIn: boolean;
  readonly pending: readonly InvitationView[];
  /** Whose tenant the tab is on. */
  readonly customer: CustomerView | null;
  /** What goes on in this very tab. */
  readonly moment: ToolbarMoment | null;
}

export interface Badge {
  /** At most three characters. */
  readonly text: string;
  readonly tone: 'action' | 'blocked' | 'brand' | 'degraded' | 'settling' | 'unknown' | 'working';
  /** The whole sentence. */
  readonly title: string;
}

/**
 * One thing at a time, the most pressing first: this tab, then what waits for you, then what may come. What was just asked for
 * stands before what waits, or nobody would see its result; a bad result stands before everything.
 */
export function badgeOf(facts: ToolbarFacts, now: number, { words: { toolbar }, tag }: ToolbarSpeech): Badge {
  if (!facts.signedIn) return { text: '', tone: 'unknown', title: toolbar.signedOut };
  const moment = facts.moment !== null && now < facts.moment.until ? facts.moment : null;
  if (moment?.what === 'validating') {
    const { customer } = moment;
    const title = customer === null ? toolbar.validatingTab : fill(toolbar.validating, { customer });
    return { text: '…', tone: 'settling', title };
  }
  const verdict = facts.customer?.connection?.verdict ?? null;
  const name = verdict === null ? null : verdictNow(verdict, now);
  const named = { customer: facts.customer?.fullName ?? '' };
  if (name === 'action_needed') return { text: '!', tone: 'action', title: fill(toolbar.action, named) };
  if (name === 'blocked') return { text: '–', tone: 'blocked', title: fill(toolbar.blocked, named) };
  if (moment?.what === 'validated' && name === 'working')
    return { text: 'OK', tone: 'working', title: fill(toolbar.works, named) };
  const waiting = facts.pending.filter((one) => isYours(one, now)).length;
  if (waiting > 0)
    return {
      text: waiting > 99 ? '99+' : String(waiting),
      tone: 'brand',
      title: plural(toolbar.waiting, waiting, tag),
    };
  if (name === 'degraded' && verdict !== null) return atRisk(verdict, now, named, { toolbar, tag });
  if (name === 'settling') return { text: '…', tone: 'settling', title: fill(toolbar.settling, named) };
  if (name === 'unknown' || name === 'unreachable')
    return { text: '?', tone: 'unknown', title: fill(toolbar.unknown, named) };
  return { text: '', tone: 'unknown', title: name === null ? toolbar.quiet : fill(toolbar.works, named) };
}

function atRisk(
  verdict: Verdict,
  now: number,
  named: { readonly customer: string },
  { toolbar, tag }: { readonly toolbar: ToolbarSpeech['words']['toolbar']; readonly tag: string },
): Badge {
  const days = daysLeft(verdict, now);
  if (days === null) return { text: '~', tone: 'degraded', title: fill(toolbar.risk, named) };
  const title = plural(toolbar.riskDays, days, tag, named);
  return { text: days > 99 ? '99+' : `${days}d`, tone: 'degraded', title };
}

const dayMs = 86_400_000;

/** How many days the credential has, of which the verdict warns. */
function daysLeft({ checks }: Verdict, now: number): number | null {
  const ends = checks.find(({ id, result }) => id === 'credential' && result === 'warning')?.about[0];
  const left = Math.ceil((Date.parse(ends ?? '') - now) / dayMs);
  return Number.isFinite(left) ? Math.max(0, left) : null;
}

const isYours = ({ connection, ...invitation }: InvitationView, now: number): boolean =>
  standingOf({ ...invitation, verdict: connection?.verdict ?? null, cause: connection?.cause ?? null }, now).owner ===
  'provider';
