import type { ImportCheck, ImportView } from '@latchkey/shared/api/invitation-imports';
import { importColumns } from '@latchkey/shared/invitations/import-mistakes';
import { fill, plural } from '@latchkey/shared/words/fill';
import { useId } from 'preact/hooks';
import { useMayWrite } from '../checklist/row-button.tsx';
import { Button } from '../look/button.tsx';
import { useClock } from '../look/clock.ts';
import { momentText } from '../look/moments.ts';
import { Banner } from '../look/states.tsx';
import { useFullSpeech, type ExtensionWords } from '../look/words.ts';

/** What stands on a page that takes a list: each such page has its own words where the thing is another. */
export type ListWords = Omit<ExtensionWords['console']['importPage'], 'results' | 'resultColumns'>;

/** Where the file is chosen. */
export function FileField({ of, onFile }: { readonly of: ListWords; readonly onFile: (csv: string) => Promise<void> }) {
  const off = !useMayWrite();
  const id = useId();
  return (
    <div class="lkx-stack">
      <label for={id}>{of.file}</label>
      <input
        id={id}
        type="file"
        accept=".csv,text/csv"
        disabled={off}
        aria-describedby={`${id}-hint`}
        onChange={async ({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file !== undefined) await onFile(await file.text());
        }}
        // The same file, mended, is chosen once more; until then its name stands there.
        onClick={({ currentTarget }) => (currentTarget.value = '')}
      />
      <div id={`${id}-hint`} class="lk-hint">
        {of.fileHint}{' '}
        <bdi class="lk-mono lkc-id" dir="ltr">
          {importColumns.join(',')}
        </bdi>
        . {of.licenceHint}
      </div>
    </div>
  );
}

/** Nobody mends more at a time, and a page of thousands of rows stands still. */
const mostMistakes = 50;

/** What was found in it: how many rows are ready, or each mistake by row and column. */
export function Found({ of, check: { ready, mistakes } }: { readonly of: ListWords; readonly check: ImportCheck }) {
  const { tag } = useFullSpeech();
  if (mistakes.length === 0)
    return (
      <Banner tone={{ tone: 'working', icon: 'working' }} role="status" title={plural(of.ready, ready, tag)}>
        <p>{of.readyText}</p>
      </Banner>
    );
  return (
    <>
      <Banner tone={{ tone: 'action', icon: 'action' }} role="alert" title={plural(of.mistakes, mistakes.length, tag)}>
        <p>{of.mistakesText}</p>
      </Banner>
      <div class="lk-scroll">
        <table class="lk-table">
          <caption class="lk-hidden">{plural(of.mistakes, mistakes.length, tag)}</caption>
          <thead>
            <tr>
              <th scope="col">{of.columns.row}</th>
              <th scope="col">{of.columns.column}</th>
              <th scope="col">{of.columns.mistake}</th>
            </tr>
          </thead>
          <tbody>
            {mistakes.slice(0, mostMistakes).map(({ row, column, mistake, header }) => (
              <tr key={`${row} ${column} ${mistake} ${header}`}>
                <td class="lk-num" data-label={`${of.columns.row}:`}>
                  {row}
                </td>
                <td>{column === null ? of.wholeRow : <bdi class="lk-mono">{column}</bdi>}</td>
                <td class="lkc-said">{fill(of.kinds[mistake], { header: header ?? '' })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {mistakes.length > mostMistakes && <p>{plural(of.moreMistakes, mistakes.length - mostMistakes, tag)}</p>}
    </>
  );
}

interface ProgressProps {
  readonly of: ListWords;
  readonly one: ImportView;
  /** What was made of the rows so far, in a few words. */
  readonly made: readonly string[];
  /** Where it can be seen. */
  readonly place: string;
  readonly onDownload: () => Promise<void>;
  readonly onCancel: () => Promise<void>;
}

/** How far a list is, whoever confirmed it. */
export function ListProgress({ of, one, made, place, onDownload, onCancel }: ProgressProps) {
  const speech = useFullSpeech();
  const { tag } = speech;
  const mayWrite = useMayWrite();
  const now = useClock().coarse.value;
  const { state, total, created, refused, startedAt, startedBy } = one;
  const number = new Intl.NumberFormat(tag);
  const said = { done: number.format(created + refused), total: number.format(total) };
  return (
    <section class="lk-card lkc-run" aria-label={of.label}>
      <div class="lkc-run-head">
        <p role="status">
          <b>{fill(of[state], said)}</b>
          <span class="sub">
            {[fill(of.startedBy, { time: momentText(startedAt, now, speech), name: startedBy }), ...made].join(', ')}
          </span>
          {refused > 0 && <span class="sub">{of.refusedText}</span>}
        </p>
        <span class="lk-actions">
          {created > 0 && (
            <a class="lk-btn" href={place}>
              {of.made}
            </a>
          )}
          <Button onPress={onDownload}>{of.download}</Button>
          {mayWrite && state === 'running' && (
            <Button kind="quiet" onPress={onCancel}>
              {of.cancel}
            </Button>
          )}
        </span>
      </div>
      <progress class="lkc-progress" max={total} value={created + refused} aria-label={of.label} />
    </section>
  );
}
