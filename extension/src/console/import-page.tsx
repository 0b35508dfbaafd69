import { plural } from '@latchkey/shared/words/fill';
import { useMayWrite } from '../checklist/row-button.tsx';
import { Button } from '../look/button.tsx';
import { ErrorBanner } from '../look/error-words.tsx';
import { useFullSpeech } from '../look/words.ts';
import { useSurroundings } from '../session/surroundings.ts';
import { download } from './download.ts';
import { FileField, Found, ListProgress } from './list-file.tsx';
import { PageTitle } from './page-title.tsx';
import { places } from './route.ts';
import { useLists } from './use-lists.ts';

/** Many new customers from one file: looked through, confirmed, created; each row has its result. */
export function ImportPage() {
  const { words, tag } = useFullSpeech();
  const { api } = useSurroundings();
  const of = words.console.importPage;
  const imports = useLists({
    list: () => api.call('listImports', {}),
    check: (csv) => api.call('checkImport', { body: { csv } }),
    start: (csv, idempotencyKey) => api.call('startImport', { body: { csv } }, { idempotencyKey }),
    cancel: (importId) => api.call('cancelImport', { params: { importId } }),
  });
  const mayWrite = useMayWrite();
  const { found, error } = imports;
  const latest = imports.latest.known.value.value ?? null;
  return (
    <>
      <PageTitle title={of.title} below={of.text} />
      {error !== null && <ErrorBanner error={error} />}
      {latest !== null && (
        <ListProgress
          of={of}
          one={latest}
          made={[plural(of.created, latest.created, tag), plural(of.refused, latest.refused, tag)]}
          place={places.invitations}
          onDownload={() => download(api.call('readImportResult', { params: { importId: latest.id } }))}
          onCancel={() => imports.cancel(latest.id)}
        />
      )}
      <section class="lk-card">
        <div class="lk-card__body lkx-stack">
          <FileField of={of} onFile={imports.check} />
          {!mayWrite && <span class="lk-hint">{words.popup.readOnly}</span>}
          {found !== null && <Found of={of} check={found.check} />}
          {found !== null && found.check.mistakes.length === 0 && (
            <div class="lk-actions">
              <Button kind="primary" onPress={() => imports.start('')}>
                {plural(of.create, found.check.ready, tag)}
              </Button>
            </div>
          )}
        </div>
      </section>
    </>
  );
}
