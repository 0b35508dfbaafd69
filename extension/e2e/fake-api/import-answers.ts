import type { ImportView } from '@latchkey/shared/api/invitation-imports';
import { ago } from './samples.ts';
import type { FakeState } from './state.ts';

interface Ask {
  readonly body: Readonly<Record<string, unknown>>;
}

/** A list of new customers as the API tells of it. */
const importOf = (change: Partial<ImportView> = {}): ImportView => ({
  id: `imp_${'0'.repeat(25)}1`,
  state: 'running',
  total: 2,
  created: 0,
  refused: 0,
  startedAt: ago(60_000),
  startedBy: 'Ada Berg',
  finishedAt: null,
  ...change,
});

/** A file that holds “audit” has two mistakes; any other has two rows in which nothing is wrong. */
export const importAnswers = {
  checkImport: (_: FakeState, { body }: Ask) => {
    const isWrong = String(body['csv']).includes('audit');
    const mistakes = isWrong
      ? [
          { row: 3, column: 'short_name', mistake: 'short_name_reserved', header: null },
          { row: 7, column: null, mistake: 'cells_too_many', header: null },
        ]
      : [];
    return { value: { ready: isWrong ? 0 : 2, mistakes } };
  },
  startImport: (state: FakeState) => {
    const started = importOf();
    state.imports = [started, ...state.imports];
    return { value: started };
  },
  listImports: (state: FakeState) => ({ value: { imports: state.imports } }),
  cancelImport: (state: FakeState) => {
    const [newest, ...rest] = state.imports;
    if (newest === undefined) return { refuse: 'import_not_found' } as const;
    const next: ImportView = { ...newest, state: 'cancelled', finishedAt: ago(0) };
    state.imports = [next, ...rest];
    return { value: next };
  },
  readImportResult: () => ({ value: { fileName: 'latchkey-import-2026-11-26.csv', csv: '"Row"\r\n' } }),
};
