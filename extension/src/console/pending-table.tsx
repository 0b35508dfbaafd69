import type { InvitationView } from '@latchkey/shared/api/invitations';
import type { PendingMails, PendingOrder } from '@latchkey/shared/api/pending-invitations';
import { rowOf } from '../checklist/pending-row.ts';
import { useClock } from '../look/clock.ts';
import { useFullSpeech } from '../look/words.ts';
import { PendingTableRow } from './pending-table-row.tsx';
import { SortColumn } from './sort-column.tsx';

interface TableProps {
  readonly items: readonly InvitationView[];
  readonly order: PendingOrder;
  readonly onOrder: (order: PendingOrder) => void;
  readonly onCancel: (of: InvitationView) => void;
  /** By invitation, of those that were mailed. */
  readonly mails: ReadonlyMap<string, PendingMails>;
  readonly onSend: (of: InvitationView, mail: PendingMails) => void;
  /** The invitation that the address names. */
  readonly meant: string | null;
}

/** Which column orders by what. */
const columns = [
  ['customer', 'name'],
  ['status', 'status'],
  ['owner', 'owner'],
  ['validUntil', 'expiry'],
] as const satisfies readonly (readonly [string, PendingOrder])[];

/** Pending invitations, in the order of the list. */
export function PendingTable({ items, mails, order, onOrder, onCancel, onSend, meant }: TableProps) {
  const { words } = useFullSpeech();
  const now = useClock().coarse.value;
  const { pendingPage: of } = words.console;
  return (
    <table class="lk-table">
      <caption class="lk-hidden">{words.console.pending}</caption>
      <thead>
        <tr>
          {columns.map(([column, by]) => (
            <SortColumn key={column} word={of.columns[column]} by={by} isOn={order === by} onOrder={onOrder} />
          ))}
          <th scope="col">
            <span class="lk-hidden">{of.columns.action}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((invitation) => (
          <PendingTableRow
            key={invitation.id}
            row={rowOf(invitation, now)}
            isMeant={invitation.id === meant}
            mails={mails.get(invitation.id)}
            onCancel={() => onCancel(invitation)}
            onSend={(mail) => onSend(invitation, mail)}
          />
        ))}
      </tbody>
    </table>
  );
}
