import type { InvitationView } from '@latchkey/shared/api/invitations';
import { standingOf, type Standing } from '@latchkey/shared/invitations/standing';
import { fill } from '@latchkey/shared/words/fill';
import { momentText } from '../look/moments.ts';
import type { Speech } from '../look/words.ts';

/** An invitation with what it means now. */
export interface PendingRow {
  readonly invitation: InvitationView;
  readonly standing: Standing;
}

/** What `invitation` means at `now`. */
export function rowOf(invitation: InvitationView, now: number): PendingRow {
  const { connection } = invitation;
  const verdict = connection?.verdict ?? null;
  const cause = connection?.cause ?? null;
  return {
    invitation,
    standing: standingOf({ ...invitation, verdict, cause }, now),
  };
}

/** Yours first, longest wait first. */
export const inOrder = (rows: readonly PendingRow[]): readonly PendingRow[] =>
  rows.toSorted(
    (one, other) => rank(one) - rank(other) || Date.parse(one.standing.since) - Date.parse(other.standing.since),
  );

const rank = ({ standing }: PendingRow): number => (standing.owner === 'provider' ? 0 : 1);

/** While somebody points at the list or is in it, rows stay where they are and new ones go to the end. */
export function steady(rows: readonly PendingRow[], shown: readonly string[]): readonly PendingRow[] {
  const place = (row: PendingRow): number => {
    const index = shown.indexOf(row.invitation.id);
    return index === -1 ? shown.length : index;
  };
  return rows.toSorted((one, other) => place(one) - place(other));
}

/** The status in words. */
export function statusWord({ standing, invitation }: PendingRow, now: number, speech: Speech): string {
  const until = invitation.connection?.settlingUntil ?? null;
  if (standing.key === 'settling' && until !== null)
    return fill(speech.words.proofs.settlingUntil, { time: momentText(until, now, speech) });
  return speech.words.statuses[standing.key];
}
