import type { InvitationView } from '@latchkey/shared/api/invitations';
import type { PendingFilter, PendingMails, PendingOrder } from '@latchkey/shared/api/pending-invitations';
import type { Owner } from '@latchkey/shared/invitations/standing';
import { err, ok, type Result } from '@latchkey/shared/result';
import type { Clock } from '../clock.ts';
import { mailView } from '../invitation-mails/mail-view.ts';
import type { Reads } from '../storage/store.ts';
import type { Invitation } from './invitation-repository.ts';
import { invitationViews } from './invitation-view.ts';
import type { PendingCursor } from './pending-repository.ts';

interface PendingList {
  readonly items: InvitationView[];
  readonly mails: PendingMails[];
  readonly next: string | null;
  readonly total: number;
  readonly counts: Record<Owner, number>;
}

interface ListsPending {
  list(
    question: { readonly filter: PendingFilter; readonly order: PendingOrder },
    before: string | undefined,
    seesNames: boolean,
  ): Promise<Result<PendingList, 'request_invalid'>>;
}

const pageSize = 50;

/** The list of pending invitations as a page of it is sent. */
export const createPendingLister = (
  reads: Pick<Reads, 'pending' | 'customers' | 'connections' | 'candidates' | 'invitationMails'>,
  now: Clock,
): ListsPending => ({
  async list({ filter, order }, before, seesNames) {
    const after = before === undefined ? null : cursorOf(before);
    if (after === undefined) return err('request_invalid');
    const question = { filter, order, now: now().toISOString() };
    const [page, counts] = await Promise.all([
      reads.pending.list(question, { after, limit: pageSize + 1 }),
      reads.pending.counts(question),
    ]);
    const shown = page.slice(0, pageSize);
    const last = page.length > pageSize ? shown.at(-1) : undefined;
    const invitations = shown.map(({ invitation }) => invitation);
    const [items, mails] = await Promise.all([
      invitationViews(reads, invitations),
      mailsOf(reads, invitations, seesNames),
    ]);
    return ok({
      items: [...items],
      mails,
      next: last === undefined ? null : `${last.invitation.id} ${last.key}`,
      total: filter.owner === undefined ? sum(counts) : counts[filter.owner],
      counts: { ...counts },
    });
  },
});

/** Of a whole page: two reads, however many rows. */
async function mailsOf(
  { invitationMails }: Pick<Reads, 'invitationMails'>,
  invitations: readonly Invitation[],
  seesNames: boolean,
): Promise<PendingMails[]> {
  const ids = invitations.map(({ id }) => id);
  const [newest, taken] = await Promise.all([invitationMails.newestOf(ids), invitationMails.takenOf(ids)]);
  const byId = new Map(invitations.map((invitation) => [invitation.id, invitation]));
  return newest.map((mail) => ({
    taken: taken.get(mail.invitationId) ?? 0,
    newest: mailView(mail, byId.get(mail.invitationId), seesNames),
  }));
}

const sum = (counts: Readonly<Record<Owner, number>>): number =>
  Object.values(counts).reduce((total, count) => total + count, 0);

function cursorOf(text: string): PendingCursor | undefined {
  const [, id, key] = /^(inv_[0-9a-z]{26}) (.*)$/s.exec(text) ?? [];
  return id === undefined || key === undefined ? undefined : { id, key };
}
