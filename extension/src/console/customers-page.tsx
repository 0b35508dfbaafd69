import type { CustomerView } from '@latchkey/shared/api/customers';
import { useEffect, useMemo } from 'preact/hooks';
import { rowOf, statusWord } from '../checklist/pending-row.ts';
import { Proof, VerdictChip } from '../connections/verdict-line.tsx';
import { useClock } from '../look/clock.ts';
import { Empty } from '../look/states.tsx';
import { useFullSpeech } from '../look/words.ts';
import { useSurroundings } from '../session/surroundings.ts';
import { useDesk } from './desk.ts';
import { Loaded } from './loaded.tsx';
import { createPagedList } from './paged-list.ts';
import { PageTitle } from './page-title.tsx';
import { Below } from './services-page.tsx';

/** Customers: whose tenants are connected, and how each connection stands. */
export function CustomersPage() {
  const { words } = useFullSpeech();
  const { customersPage } = words.console;
  const { api, clock } = useSurroundings();
  const { pending } = useDesk();
  const { paged, end } = useMemo(() => {
    const ending = new AbortController();
    const customers = createPagedList((before) => api.call('listCustomers', { query: { before } }), clock.now);
    pending.listen(() => void customers.list.refresh(), ending.signal);
    return { paged: customers, end: ending };
  }, []);
  useEffect(() => {
    void paged.list.refresh();
    return () => end.abort();
  }, []);
  return (
    <>
      <PageTitle title={words.console.customers} />
      <Loaded of={paged.list}>
        {({ items, next, total }) =>
          items.length === 0 ? (
            <div class="lk-card">
              <Empty title={customersPage.empty} level={2}>
                <p>{customersPage.emptyText}</p>
              </Empty>
            </div>
          ) : (
            <>
              <div class="lk-card lk-scroll">
                <table class="lk-table">
                  <caption class="lk-hidden">{words.console.customers}</caption>
                  <thead>
                    <tr>
                      {Object.entries(customersPage.columns).map(([key, column]) => (
                        <th key={key} scope="col">
                          {column}
                        </th>
                      ))}
                    </tr>
                  </thead>
                  <tbody>
                    {items.map((customer) => (
                      <CustomerRow key={customer.id} customer={customer} />
                    ))}
                  </tbody>
                </table>
              </div>
              <Below shown={items.length} total={total} more={next === null ? null : paged.readMore} />
            </>
          )
        }
      </Loaded>
    </>
  );
}

function CustomerRow({ customer }: { readonly customer: CustomerView }) {
  const speech = useFullSpeech();
  const { customersPage } = speech.words.console;
  const now = useClock().coarse.value;
  const { connection, invitation } = customer;
  return (
    <tr>
      <td>
        <bdi class="lkc-name">{customer.fullName}</bdi>
      </td>
      <td>
        <bdi>{customer.domain ?? ''}</bdi>
        <bdi class="sub lk-mono">{customer.tenantId}</bdi>
      </td>
      <td>
        {connection === null ? (
          <span class="lk-muted">{customersPage.noConnection}</span>
        ) : (
          <VerdictChip verdict={connection.verdict} />
        )}
      </td>
      <td>{connection !== null && <Proof verdict={connection.verdict} />}</td>
      <td class="lk-soft" data-label={`${customersPage.columns.invitation}:`}>
        {invitation === null ? customersPage.noInvitation : statusWord(rowOf(invitation, now), now, speech)}
      </td>
    </tr>
  );
}
