import type { ImportCheck, ImportView } from '@latchkey/shared/api/invitation-imports';
import { importColumns } from '@latchkey/shared/invitations/import-mistakes';
import { fill, plural } from '@latchkey/shared/words/fill';
import { useId } from 'preact/hooks';
import { useMayWrite } from '../checklist/row-button.tsx';
import { Button } from '../look/button.tsx';
import { useClock } from '../look/clock.ts';
import { ErrorBanner } from '../look/error-words.tsx';
import { momentText } from '../look/moments.ts';
import { Banner } from '../look/states.tsx';
import { useFullSpeech } from '../look/words.ts';
import { useSurroundings } from '../session/surroundings.ts';
import { download } from './download.ts';
import { PageTitle } from './page-title.tsx';
import { useImports } from './use-imports.ts';

/** Many new customers from one file: looked through, confirmed, created; each row has its result. */
export function ImportPage() {
  const { words, tag } = useFullSpeech();
  const of = words.console.importPage;
  const imports = useImports();
  const mayWrite = useMayWrite();
  const { found, error } = imports;
  const latest = imports.latest.known.value.value ?? null;
  return (
    <>
      <PageTitle title={of.title} below={of.text} />
      {error !== null && <ErrorBanner error={error} />}
      {latest !== null && <Progress one={latest} mayWrite={mayWrite} onCancel={() => imports.cancel(latest.id)} />}
      <section class="lk-card">
        <div class="lk-card__body lkx-stack">
          <FileField off={!mayWrite} onFile={imports.check} />
          {!mayWrite && <span class="lk-hint">{words.popup.readOnly}</span>}
          {found !== null && <Found check={found.check} />}
          {found !== null && found.check.mistakes.length === 0 && (
            <div class="lk-actions">
              <Button kind="primary" onPress={imports.start}>
                {plural(of.create, found.check.ready, tag)}
              </Button>
            </div>
          )}
        </div>
      </section>
    </>
  );
}

function FileField({ off, onFile }: { readonly off: boolean; readonly onFile: (csv: string) => Promise<void> }) {
  const { words } = useFullSpeech();
  const of = words.console.importPage;
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
          // The same file, mended, is chosen once more.
          if (file !== undefined) await onFile(await file.text());
          currentTarget.value = '';
        }}
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

function Found({ check: { ready, mistakes } }: { readonly check: ImportCheck }) {
  const { words, tag } = useFullSpeech();
  const of = words.console.importPage;
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
            {mistakes.map(({ row, column, mistake, header }) => (
              <tr key={`${row} ${column} ${mistake} ${header}`}>
                <td class="lk-num" data-label={`${of.columns.row}:`}>
                  {row}
                </td>
                <td>{column === null ? of.wholeRow : <bdi class="lk-mono">{column}</bdi>}</td>
                <td>{fill(of.kinds[mistake], { header: header ?? '' })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

interface ProgressProps {
  readonly one: ImportView;
  readonly mayWrite: boolean;
  readonly onCancel: () => Promise<void>;
}

function Progress({ one, mayWrite, onCancel }: ProgressProps) {
  const speech = useFullSpeech();
  const { words, tag } = speech;
  const { api } = useSurroundings();
  const of = words.console.importPage;
  const now = useClock().coarse.value;
  const { id, state, total, created, refused, startedAt, startedBy } = one;
  const number = new Intl.NumberFormat(tag);
  const said = { done: number.format(created + refused), total: number.format(total) };
  return (
    <section class="lk-card lkc-run" aria-label={of.label}>
      <div class="lkc-run-head">
        <p role="status">
          <b>{fill(of[state], said)}</b>
          <span class="sub">
            {fill(of.startedBy, { time: momentText(startedAt, now, speech), name: startedBy })},{' '}
            {plural(of.created, created, tag)}, {plural(of.refused, refused, tag)}
          </span>
        </p>
        <span class="lk-actions">
          <Button onPress={() => download(api.call('readImportResult', { params: { importId: id } }))}>
            {of.download}
          </Button>
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
