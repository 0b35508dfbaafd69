import type { InvitationView } from '@latchkey/shared/api/invitations';
import { err, ok, type Result } from '@latchkey/shared/result';
import type { Reads } from '../storage/store.ts';
import { invitationViews } from './invitation-view.ts';
import { readCursor, writeCursor } from './time-cursor.ts';

export interface InvitationList {
  readonly items: InvitationView[];
  readonly next: string | null;
  readonly total: number;
  readonly sequence: number;
}

export interface ReadsInvitations {
  list(page: {
    readonly which: 'pending' | 'all';
    readonly before: string | undefined;
  }): Promise<Result<InvitationList, 'request_invalid'>>;
  read(id: string): Promise<Result<InvitationView, 'invitation_not_found'>>;
}

const pageSize = 50;

/** Lists and shows. The sequence is read first: what the list shows is at least as new as it says. */
export const createInvitationReader = (reads: Reads): ReadsInvitations => ({
  async list({ which, before }) {
    const cursor = before === undefined ? null : readCursor(before);
    if (cursor === undefined) return err('request_invalid');
    const sequence = await reads.audit.latestSequence();
    const [found, total] = await Promise.all([
      reads.invitations.list({ which, before: cursor, limit: pageSize }),
      reads.invitations.count(which),
    ]);
    const last = found.length < pageSize ? undefined : found.at(-1);
    const items = [...(await invitationViews(reads, found))];
    const next = last === undefined ? null : writeCursor({ at: last.createdAt, id: last.id });
    return ok({ items, next, total, sequence });
  },
  async read(id) {
    const found = await reads.invitations.find(id);
    const [view] = found === undefined ? [] : await invitationViews(reads, [found]);
    return view === undefined ? err('invitation_not_found') : ok(view);
  },
});
