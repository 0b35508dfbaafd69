import type { InvitationView } from '@latchkey/shared/api/invitations';
import type { PendingOrder } from '@latchkey/shared/api/pending-invitations';
import { useState } from 'preact/hooks';
import { useMayWrite } from '../checklist/row-button.tsx';
import { Button } from '../look/button.tsx';
import { Icon } from '../look/icon.tsx';
import { Empty } from '../look/states.tsx';
import { useFullSpeech } from '../look/words.ts';
import { useSurroundings } from '../session/surroundings.ts';
import { CancelDialog } from './cancel-dialog.tsx';
import { download } from './download.ts';
import { Loaded } from '../look/loaded.tsx';
import { PageTitle } from './page-title.tsx';
import { isPendingFiltered, noPendingFilter, pendingFilterAt, type ChosenPending } from './pending-filter.ts';
import { PendingFilters } from './pending-filters.tsx';
import { PendingTable } from './pending-table.tsx';
import { places } from './route.ts';
import { SendDialog, type Mailed } from './send-dialog.tsx';
import { Below } from './services-page.tsx';
import { usePendingList } from './use-pending-list.ts';

/** Pending Invitations: how each stands, who must act, since when, and the next action. Live, and read by the page. */
export function PendingPage({ id }: { readonly id: string | null }) {
  const { words } = useFullSpeech();
  const [filter, setFilter] = useState(noPendingFilter);
  const [order, setOrder] = useState<PendingOrder>('owner');
  const [cancelling, setCancelling] = useState<InvitationView | null>(null);
  const [sending, setSending] = useState<Mailed | null>(null);
  const [told, tell] = useState('');
  const { paged, counts, mails } = usePendingList(filter, order, id);
  const { pendingPage: of } = words.console;
  return (
    <>
      <PageTitle title={words.console.pending}>
        <Actions filter={filter} order={order} />
      </PageTitle>
      <PendingFilters chosen={filter} onChoose={setFilter} order={order} onOrder={setOrder} counts={counts.value} />
      <p role="status" class={told === '' ? 'lk-hidden' : undefined}>
        {told}
      </p>
      <Loaded of={paged.list}>
        {({ items, next, total }) => (
          <>
            <div class="lk-card lk-scroll">
              {items.length === 0 ? (
                <Empty title={isPendingFiltered(filter) ? of.noneOfThese : of.empty} level={2}>
                  {!isPendingFiltered(filter) && <p>{of.emptyText}</p>}
                </Empty>
              ) : (
                <PendingTable
                  items={items}
                  mails={mails.value}
                  order={order}
                  onOrder={setOrder}
                  onCancel={(invitation) => {
                    tell('');
                    setCancelling(invitation);
                  }}
                  onSend={(invitation, mail) => {
                    tell('');
                    setSending({ invitation, mail });
                  }}
                  meant={id}
                />
              )}
            </div>
            <Below shown={items.length} total={total} more={next === null ? null : paged.readMore} />
          </>
        )}
      </Loaded>
      {sending !== null && (
        <SendDialog
          {...sending}
          onClose={() => setSending(null)}
          onSent={async (text) => {
            setSending(null);
            tell(text);
            await paged.list.refresh();
          }}
        />
      )}
      {cancelling !== null && (
        <CancelDialog
          invitation={cancelling}
          onClose={() => setCancelling(null)}
          onCancelled={async (text) => {
            setCancelling(null);
            tell(text);
            await paged.list.refresh();
          }}
        />
      )}
    </>
  );
}

function Actions({ filter, order }: { readonly filter: ChosenPending; readonly order: PendingOrder }) {
  const { words } = useFullSpeech();
  const { api, clock } = useSurroundings();
  const mayWrite = useMayWrite();
  const body = () => ({ filter: pendingFilterAt(filter, clock.now()), order });
  return (
    <span class="lk-actions">
      <Button onPress={() => download(api.call('exportPending', { body: body() }))}>
        {words.console.pendingPage.download}
      </Button>
      {mayWrite && (
        <a class="lk-btn" href={places.importPage}>
          {words.console.importPage.title}
        </a>
      )}
      {mayWrite && (
        <a class="lk-btn lk-btn--primary" href={places.newCustomer}>
          <Icon name="plus" />
          {words.console.onboarding.addNewCustomer}
        </a>
      )}
    </span>
  );
}
