import type { InvitationView } from '@latchkey/shared/api/invitations';
import type { Owner } from '@latchkey/shared/invitations/standing';
import { fill } from '@latchkey/shared/words/fill';
import { useState } from 'preact/hooks';
import { inOrder, rowOf, type PendingRow } from '../checklist/pending-row.ts';
import { useMayWrite } from '../checklist/row-button.tsx';
import { Button } from '../look/button.tsx';
import { useClock } from '../look/clock.ts';
import { Dialog } from '../look/dialog.tsx';
import { Icon } from '../look/icon.tsx';
import { Empty } from '../look/states.tsx';
import { ownerIcons } from '../look/tones.ts';
import { useFullSpeech } from '../look/words.ts';
import { useDesk } from './desk.ts';
import { Loaded } from './loaded.tsx';
import { PageTitle } from './page-title.tsx';
import { PendingTableRow } from './pending-table-row.tsx';
import { places } from './route.ts';
import { Below } from './services-page.tsx';

const owners = ['provider', 'customer', 'microsoft'] as const satisfies readonly Owner[];

/** Pending Invitations: how each stands, who must act, since when, and the next action. Live. */
export function PendingPage({ id }: { readonly id: string | null }) {
  const { words } = useFullSpeech();
  const { pending, actions } = useDesk();
  const now = useClock().coarse.value;
  const mayWrite = useMayWrite();
  const [filter, setFilter] = useState<Owner | null>(null);
  const [cancelling, setCancelling] = useState<InvitationView | null>(null);
  const { pendingPage } = words.console;
  return (
    <>
      <PageTitle title={words.console.pending}>
        {mayWrite && (
          <a class="lk-btn lk-btn--primary" href={places.newCustomer}>
            <Icon name="plus" />
            {words.console.onboarding.addNewCustomer}
          </a>
        )}
      </PageTitle>
      <Loaded of={pending.list}>
        {({ items, total }) => {
          const rows = inOrder(items.map((invitation) => rowOf(invitation, now)));
          const shown = rows.filter(({ standing }) => filter === null || standing.owner === filter);
          return (
            <>
              <Filters rows={rows} filter={filter} onFilter={setFilter} />
              <div class="lk-card lk-scroll">
                {shown.length === 0 ? (
                  <Empty title={rows.length === 0 ? pendingPage.empty : pendingPage.noneOfThese} level={2}>
                    {rows.length === 0 && <p>{pendingPage.emptyText}</p>}
                  </Empty>
                ) : (
                  <PendingTable rows={shown} onCancel={setCancelling} meant={id} />
                )}
              </div>
              <Below shown={shown.length} total={total} more={null} />
            </>
          );
        }}
      </Loaded>
      {cancelling !== null && (
        <CancelDialog
          invitation={cancelling}
          onClose={() => setCancelling(null)}
          onCancel={async () => {
            await actions.cancel(cancelling);
            setCancelling(null);
          }}
        />
      )}
    </>
  );
}

interface FiltersProps {
  readonly rows: readonly PendingRow[];
  readonly filter: Owner | null;
  readonly onFilter: (owner: Owner | null) => void;
}

function Filters({ rows, filter, onFilter }: FiltersProps) {
  const { words } = useFullSpeech();
  const { pendingPage } = words.console;
  const count = (owner: Owner) => rows.filter(({ standing }) => standing.owner === owner).length;
  const button = (owner: Owner | null, word: string, total: number) => (
    <button
      key={owner}
      type="button"
      class={filter === owner ? 'lk-filter is-on' : 'lk-filter'}
      aria-pressed={filter === owner}
      onClick={() => onFilter(owner)}
    >
      {owner !== null && <Icon name={ownerIcons[owner]} />}
      {word} <b>{total}</b>
    </button>
  );
  return (
    <div class="lkc-filters" role="group" aria-label={pendingPage.filter}>
      {button(null, pendingPage.all, rows.length)}
      {owners.map((owner) => button(owner, words.owners[owner], count(owner)))}
    </div>
  );
}

interface TableProps {
  readonly rows: readonly PendingRow[];
  readonly onCancel: (of: InvitationView) => void;
  /** The invitation that the address names. */
  readonly meant: string | null;
}

function PendingTable({ rows, onCancel, meant }: TableProps) {
  const { words } = useFullSpeech();
  const { columns } = words.console.pendingPage;
  return (
    <table class="lk-table">
      <caption class="lk-hidden">{words.console.pending}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.customer}</th>
          <th scope="col">{columns.status}</th>
          <th scope="col">{columns.owner}</th>
          <th scope="col">{columns.validUntil}</th>
          <th scope="col">
            <span class="lk-hidden">{columns.action}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <PendingTableRow
            key={row.invitation.id}
            row={row}
            isMeant={row.invitation.id === meant}
            onCancel={() => onCancel(row.invitation)}
          />
        ))}
      </tbody>
    </table>
  );
}

interface CancelProps {
  readonly invitation: InvitationView;
  readonly onClose: () => void;
  readonly onCancel: () => Promise<void>;
}

function CancelDialog({ invitation: { customer }, onClose, onCancel }: CancelProps) {
  const { words } = useFullSpeech();
  const { pendingPage } = words.console;
  const named = { customer: customer.fullName };
  return (
    <Dialog title={fill(pendingPage.cancelTitle, named)} onClose={onClose}>
      <p>{fill(pendingPage.cancelText, named)}</p>
      <div class="lk-actions">
        <Button onPress={onClose}>{pendingPage.cancelNo}</Button>
        <Button kind="danger" onPress={onCancel}>
          {pendingPage.cancelYes}
        </Button>
      </div>
    </Dialog>
  );
}
