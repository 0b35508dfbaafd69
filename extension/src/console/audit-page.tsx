import type { AuditLineView } from '@latchkey/shared/api/audit';
import { plural } from '@latchkey/shared/words/fill';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Button } from '../look/button.tsx';
import { ErrorBanner } from '../look/error-words.tsx';
import { Loaded } from '../look/loaded.tsx';
import { Empty } from '../look/states.tsx';
import { useFullSpeech } from '../look/words.ts';
import type { ClientError } from '../server-api/client-error.ts';
import { useSurroundings } from '../session/surroundings.ts';
import { AdminOnly } from './admin-only.tsx';
import {
  auditChoiceAt,
  auditFault,
  auditFilterOf,
  auditPlace,
  isChosen,
  noAuditChoice,
  type AuditChoice,
} from './audit-choice.ts';
import { AuditDetails } from './audit-details.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { AuditTable } from './audit-table.tsx';
import { useDesk } from './desk.ts';
import { download } from './download.ts';
import { createPagedList, type PagedList } from './paged-list.ts';
import { PageTitle } from './page-title.tsx';

/** Settings, Audit log: what was done, newest first. What is chosen stands in the address, so that Back takes it back. */
export function AuditPage({ query }: { readonly query: string }) {
  const { title, text } = useFullSpeech().words.console.auditPage;
  return (
    <>
      <PageTitle title={title} below={text} />
      <AdminOnly>
        <Trail query={query} />
      </AdminOnly>
    </>
  );
}

type Lines = PagedList<AuditLineView, object>;

function Trail({ query }: { readonly query: string }) {
  const { auditPage: of } = useFullSpeech().words.console;
  const { goTo } = useDesk();
  const choice = useMemo(() => auditChoiceAt(query), [query]);
  const [open, setOpen] = useState<AuditLineView | null>(null);
  const fault = auditFault(choice);
  const lines = useLines(choice);
  return (
    <>
      <AuditFilters chosen={choice} onChoose={(next) => goTo(auditPlace(next))} />
      <p role="alert" class={fault === null ? 'lk-hidden' : 'lkx-fault'}>
        {fault !== null && of[`${fault}Refused`]}
      </p>
      {fault === null && (
        <>
          <Actions choice={choice} lines={lines} />
          <Loaded of={lines.list}>
            {({ items, next }) => (
              <>
                <div class="lk-card lk-scroll">
                  {items.length === 0 ? (
                    <Empty title={isChosen(choice) ? of.noneOfThese : of.empty} level={2}>
                      <p>{isChosen(choice) ? of.noneOfTheseText : of.emptyText}</p>
                    </Empty>
                  ) : (
                    <AuditTable items={items} onOpen={setOpen} />
                  )}
                </div>
                <Below shown={items.length} more={next === null ? null : lines.readMore} />
              </>
            )}
          </Loaded>
        </>
      )}
      {open !== null && <AuditDetails line={open} onClose={() => setOpen(null)} />}
    </>
  );
}

/** The lines as they are asked for now. What was shown stays until there is an answer to another question. */
function useLines(choice: AuditChoice): Lines {
  const { api, clock } = useSurroundings();
  const asked = useRef(choice);
  asked.current = choice;
  const lines = useMemo(
    () =>
      createPagedList<AuditLineView, object>(
        (before) => api.call('listAudit', { query: { ...auditFilterOf(asked.current), before } }),
        clock.now,
      ),
    [],
  );
  useEffect(() => {
    if (auditFault(choice) === null) void lines.list.refresh();
  }, [choice]);
  return lines;
}

function Actions({ choice, lines }: { readonly choice: AuditChoice; readonly lines: Lines }) {
  const { words, tag } = useFullSpeech();
  const { auditPage: of } = words.console;
  const { api } = useSurroundings();
  const { goTo } = useDesk();
  const [told, tell] = useState<string | null>(null);
  const [error, setError] = useState<ClientError | null>(null);
  useEffect(() => tell(null), [choice]);

  async function take(): Promise<void> {
    const reply = await api.call('exportAudit', { body: { filter: auditFilterOf(choice) } });
    setError(reply.ok ? null : reply.error);
    tell(null);
    if (!reply.ok) return;
    await download(Promise.resolve(reply));
    const { rows, complete } = reply.value;
    tell(plural(complete ? of.downloaded : of.downloadedSome, rows, tag));
  }

  return (
    <>
      <div class="lk-actions lkc-audit-actions">
        <Button onPress={take}>{of.download}</Button>
        <Button kind="quiet" onPress={() => lines.list.refresh()}>
          {of.refresh}
        </Button>
        {isChosen(choice) && (
          <Button kind="quiet" onPress={() => goTo(auditPlace(noAuditChoice))}>
            {of.clear}
          </Button>
        )}
      </div>
      <p role="status" class={told === null ? 'lk-hidden' : 'lk-hint'}>
        {told}
      </p>
      {error !== null && <ErrorBanner error={error} />}
    </>
  );
}

function Below({ shown, more }: { readonly shown: number; readonly more: (() => Promise<void>) | null }) {
  const { words, tag } = useFullSpeech();
  return (
    <div class="lkc-below">
      <span role="status">{plural(words.console.auditPage.shown, shown, tag)}</span>
      {more !== null && <Button onPress={more}>{words.console.more}</Button>}
    </div>
  );
}
