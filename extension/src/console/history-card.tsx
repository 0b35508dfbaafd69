import type { VerdictChange } from '@latchkey/shared/api/history';
import { fill } from '@latchkey/shared/words/fill';
import { useState } from 'preact/hooks';
import { VerdictChip } from '../connections/verdict-line.tsx';
import { Button } from '../look/button.tsx';
import { CutKey } from '../look/chip.tsx';
import { ErrorBanner } from '../look/error-words.tsx';
import { Moment } from '../look/time.tsx';
import { useFullSpeech } from '../look/words.ts';
import { useSurroundings } from '../session/surroundings.ts';
import { HistoryDays } from './history-days.tsx';
import { useFollowed } from './use-followed.ts';

/** How the verdict of a connection changed: a line for each change, with what it stands on. */
export function HistoryCard({ connectionId }: { readonly connectionId: string }) {
  const { words } = useFullSpeech();
  const of = words.console.historyCard;
  const { api } = useSurroundings();
  const [earlier, setEarlier] = useState<{
    readonly items: readonly VerdictChange[];
    readonly next: string | null;
  } | null>(null);
  const newest = useFollowed(connectionId, () => api.call('readHistory', { params: { connectionId }, query: {} }));
  const { value, error } = newest.known.value;
  const next = earlier === null ? (value?.next ?? null) : earlier.next;
  const items = [...(value?.items ?? []), ...(earlier?.items ?? [])];
  async function more(before: string): Promise<void> {
    const reply = await api.call('readHistory', { params: { connectionId }, query: { before } });
    if (reply.ok) setEarlier({ items: [...(earlier?.items ?? []), ...reply.value.items], next: reply.value.next });
  }
  return (
    <section class="lk-card" aria-labelledby="history">
      <div class="lk-card__head">
        <h2 id="history">{of.title}</h2>
      </div>
      <div class="lk-card__body">
        {error !== null && value === undefined && <ErrorBanner error={error} />}
        {value?.flapping === true && <p class="lk-owner s-degraded">{of.flapping}</p>}
        {value !== undefined && items.length === 0 && <p class="lk-soft">{of.empty}</p>}
        <HistoryDays connectionId={connectionId} />
        <ol class="lkc-history">
          {items.map((change) => (
            <Change key={change.validationId} change={change} />
          ))}
        </ol>
        {next !== null && <Button onPress={() => more(next)}>{of.more}</Button>}
      </div>
    </section>
  );
}

/** What was said then stays as it was said: a line of history does not age. */
function Change({ change }: { readonly change: VerdictChange }) {
  const { words } = useFullSpeech();
  const { verdict, at, evidence, cause, owner, code, startedBy } = change;
  const never = '9999-12-31T00:00:00.000Z';
  return (
    <li>
      <VerdictChip verdict={{ verdict, cause, evidence, owner, at, validUntil: never, settlingUntil: null }} />
      <span>
        {words.causes[cause].text}
        <span class="sub">
          <Moment at={at} seconds />
          <span class="lk-sep" />
          <span class="lk-proof">
            <CutKey evidence={evidence} />
            <span>{words.evidence[evidence]}</span>
          </span>
          <span class="lk-sep" />
          <bdi>{fill(words.console.historyCard.by, { name: startedBy })}</bdi>
          {code !== null && (
            <>
              <span class="lk-sep" />
              <bdi class="lk-mono" dir="ltr">
                {code}
              </bdi>
            </>
          )}
        </span>
      </span>
    </li>
  );
}
