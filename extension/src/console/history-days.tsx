import { worstOfDays } from '@latchkey/shared/validation/history-days';
import type { VerdictName } from '@latchkey/shared/validation/verdict';
import { fill, plural } from '@latchkey/shared/words/fill';
import { Chip } from '../look/chip.tsx';
import { verdictTones } from '../look/tones.ts';
import { useFullSpeech } from '../look/words.ts';
import { useSurroundings } from '../session/surroundings.ts';
import { useFollowed } from './use-followed.ts';

const dayCount = 90;

/** A day of the reader, and the worst that was read on it. */
interface Day {
  readonly start: number;
  readonly verdict: VerdictName;
}

/** A bar for each of the last ninety days: its height says how good the worst of that day was; hollow is unknown. */
export function HistoryDays({ connectionId }: { readonly connectionId: string }) {
  const speech = useFullSpeech();
  const of = speech.words.console.historyCard.days;
  const { api } = useSurroundings();
  const { value } = useFollowed(connectionId, () => api.call('readStretches', { params: { connectionId } })).known
    .value;
  if (value === undefined) return null;
  const now = Date.parse(value.readAt);
  const starts = lastDays(now);
  const worst = worstOfDays(value.stretches, starts, now);
  const days = starts.map((start, place): Day => ({ start, verdict: worst[place] ?? 'unknown' }));
  return (
    <figure class="lkc-days">
      <h3>{fill(of.title, { count: dayCount })}</h3>
      <div class="lk-history" aria-hidden="true">
        {days.map(({ start, verdict }) => (
          <i
            key={start}
            class={`s-${verdictTones[verdict].tone}`}
            title={fill(of.bar, { day: dateText(start, speech), verdict: wordOf(verdict, speech) })}
          />
        ))}
      </div>
      <div class="lkc-days__ends" aria-hidden="true">
        <span>{dateText(days[0]?.start ?? now, speech)}</span>
        <span>{dateText(now, speech)}</span>
      </div>
      <figcaption class="lk-soft">{inWords(days, speech)}</figcaption>
      <details>
        <summary>{of.table}</summary>
        <DaysTable days={days} />
      </details>
    </figure>
  );
}

/** Days that read alike, one after the other, are one line. */
function DaysTable({ days }: { readonly days: readonly Day[] }) {
  const speech = useFullSpeech();
  const of = speech.words.console.historyCard.days;
  const firsts = days.flatMap(({ verdict }, place) => (verdict === days[place - 1]?.verdict ? [] : [place]));
  const rows = firsts.map((from, place) => ({ from, to: (firsts[place + 1] ?? days.length) - 1 })).toReversed();
  return (
    <table class="lk-table">
      <thead>
        <tr>
          <th scope="col">{of.from}</th>
          <th scope="col">{of.to}</th>
          <th scope="col">{of.verdict}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ from, to }) => {
          const { start, verdict } = days[from] ?? { start: 0, verdict: 'unknown' as const };
          return (
            <tr key={start}>
              <td data-label={of.from}>{dateText(start, speech)}</td>
              <td data-label={of.to}>{dateText(days[to]?.start ?? start, speech)}</td>
              <td>
                <Chip tone={verdictTones[verdict]} word={wordOf(verdict, speech)} plain />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** When each of the reader's last days began, oldest first: a day on which the clocks are changed is as long as it is. */
function lastDays(now: number): readonly number[] {
  const today = new Date(now);
  return Array.from({ length: dayCount }, (_, place) =>
    new Date(today.getFullYear(), today.getMonth(), today.getDate() - (dayCount - 1 - place)).getTime(),
  );
}

function inWords(days: readonly Day[], { words, tag }: ReturnType<typeof useFullSpeech>): string {
  const { counts, sentence } = words.console.historyCard.days;
  const parts = (Object.keys(counts) as VerdictName[]).flatMap((verdict) => {
    const count = days.filter((day) => day.verdict === verdict).length;
    return count === 0 ? [] : [plural(counts[verdict], count, tag)];
  });
  return fill(sentence, { list: new Intl.ListFormat(tag, { type: 'unit' }).format(parts) });
}

/** A verdict of a day that is over settles no more until some time. */
const wordOf = (verdict: VerdictName, { words }: ReturnType<typeof useFullSpeech>): string =>
  verdict === 'settling' ? words.console.customersPage.settling : words.verdicts[verdict];

/** A day of the last months; as the house writes them: 19 Nov, not Nov 19. */
const dateText = (at: number, { tag }: Pick<ReturnType<typeof useFullSpeech>, 'tag'>): string =>
  new Intl.DateTimeFormat(tag === 'en' || tag === 'en-XA' ? 'en-GB' : tag, { day: 'numeric', month: 'short' }).format(
    new Date(at),
  );
