import type { CustomerStanding, StandingOrder } from '@latchkey/shared/api/customer-standings';
import { plural } from '@latchkey/shared/words/fill';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useMayWrite } from '../checklist/row-button.tsx';
import { Button } from '../look/button.tsx';
import { ErrorBanner } from '../look/error-words.tsx';
import { Empty } from '../look/states.tsx';
import { useFullSpeech } from '../look/words.ts';
import { useSurroundings } from '../session/surroundings.ts';
import { CustomerFilters } from './customer-filters.tsx';
import { filterAt, isFiltered, noFilter, type ChosenFilter } from './customer-filter.ts';
import { CustomerTable } from './customer-table.tsx';
import { useDesk } from './desk.ts';
import { download } from './download.ts';
import { Loaded } from '../look/loaded.tsx';
import { createPagedList, type PagedList } from './paged-list.ts';
import { PageTitle } from './page-title.tsx';
import { places } from './route.ts';
import { RunBar } from './run-bar.tsx';
import { Below } from './services-page.tsx';
import { useRuns } from './use-runs.ts';

/** Customers: how each connection stands, filtered and ordered by the server; and the validation of many of them. */
export function CustomersPage() {
  const { words } = useFullSpeech();
  const { pending } = useDesk();
  const mayWrite = useMayWrite();
  const [filter, setFilter] = useState(noFilter);
  const [order, setOrder] = useState<StandingOrder>('verdict');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const customers = useCustomers(filter, order);
  const runs = useRuns(pending, customers.refresh);
  const { customersPage: of } = words.console;
  return (
    <>
      <PageTitle title={words.console.customers}>
        <Actions filter={filter} order={order} chosen={chosen} customers={customers.paged} runs={runs} />
      </PageTitle>
      {runs.error !== null && <ErrorBanner error={runs.error} />}
      <RunBar runs={runs} mayWrite={mayWrite} />
      <CustomerFilters
        chosen={filter}
        onChoose={(next) => {
          setFilter(next);
          setChosen(new Set());
        }}
      />
      <Loaded of={customers.paged.list}>
        {({ items, next, total }) =>
          items.length === 0 ? (
            <div class="lk-card">
              <Empty title={isFiltered(filter) ? of.noneOfThese : of.empty} level={2}>
                <p>{isFiltered(filter) ? of.noneOfTheseText : of.emptyText}</p>
              </Empty>
            </div>
          ) : (
            <>
              <CustomerTable
                items={items}
                order={order}
                onOrder={setOrder}
                chosen={chosen}
                onChoose={setChosen}
                mayChoose={mayWrite}
              />
              <Below shown={items.length} total={total} more={next === null ? null : customers.paged.readMore} />
            </>
          )
        }
      </Loaded>
    </>
  );
}

/** The list as it is asked for now. What was shown stays until there is an answer to another question. */
function useCustomers(filter: ChosenFilter, order: StandingOrder) {
  const { api, clock } = useSurroundings();
  const asked = useRef({ filter, order });
  asked.current = { filter, order };
  const paged = useMemo(
    () =>
      createPagedList<CustomerStanding>((before) => {
        const { filter: chosen, order: by } = asked.current;
        return api.call('listStandings', { query: { ...filterAt(chosen, clock.now()), order: by, before } });
      }, clock.now),
    [],
  );
  useEffect(() => void paged.list.refresh(), [filter, order]);
  return { paged, refresh: () => void paged.list.refresh() };
}

interface ActionsProps {
  readonly filter: ChosenFilter;
  readonly order: StandingOrder;
  readonly chosen: ReadonlySet<string>;
  readonly customers: PagedList<CustomerStanding>;
  readonly runs: ReturnType<typeof useRuns>;
}

function Actions({ filter, order, chosen, customers, runs }: ActionsProps) {
  const { words, tag } = useFullSpeech();
  const { api, clock } = useSurroundings();
  const mayWrite = useMayWrite();
  const { customersPage: of } = words.console;
  const total = customers.list.known.value.value?.total ?? 0;
  const state = runs.latest.known.value.value?.state;
  const isGoing = state === 'running' || state === 'paused';
  const question = () => filterAt(filter, clock.now());
  const start = () => {
    if (chosen.size > 0) return runs.start({ choose: 'list', customerIds: [...chosen] });
    return runs.start(isFiltered(filter) ? { choose: 'filter', filter: question() } : { choose: 'all' });
  };
  const word = () => {
    if (chosen.size > 0) return plural(of.validateChosen, chosen.size, tag);
    return isFiltered(filter) ? plural(of.validateThese, total, tag) : of.validateAll;
  };
  return (
    <span class="lk-actions">
      {mayWrite && (
        <a class="lk-btn" href={places.adopt}>
          {words.console.adoptPage.title}
        </a>
      )}
      <Button onPress={() => download(api.call('exportStandings', { body: { filter: question(), order } }))}>
        {of.download}
      </Button>
      {mayWrite && !isGoing && total > 0 && (
        <Button kind="primary" onPress={async () => void (await start())}>
          {word()}
        </Button>
      )}
    </span>
  );
}
