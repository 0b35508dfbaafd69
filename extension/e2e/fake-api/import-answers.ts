import type { ImportView } from '@latchkey/shared/api/invitation-imports';
import type { AdoptionView } from '@latchkey/shared/api/adoptions';
import { ago } from './samples.ts';
import type { FakeState } from './state.ts';

interface Ask {
  readonly body: Readonly<Record<string, unknown>>;
}

/** A list of new customers as the API tells of it. */
export const importOf = (change: Partial<ImportView> = {}): ImportView => ({
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

/** A list of tenants whose consents are adopted, as the API tells of it. */
export const adoptionOf = (change: Partial<AdoptionView> = {}): AdoptionView => ({
  ...importOf(),
  unproved: 0,
  ...change,
});

const check = (state: FakeState, { body }: Ask) => {
  const isWrong = String(body['csv']).includes('audit');
  const mistakes = isWrong
    ? [
        { row: 3, column: 'short_name', mistake: 'short_name_reserved', header: null },
        { row: 7, column: null, mistake: 'cells_too_many', header: null },
      ]
    : state.mistakes;
  return { value: { ready: mistakes.length > 0 ? 0 : 2, mistakes } };
};

/** A file that holds “audit” has two mistakes; any other has two rows in which nothing is wrong. */
export const importAnswers = {
  checkImport: check,
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

/** The same for tenants that have consented. */
export const adoptionAnswers = {
  checkAdoption: check,
  startAdoption: (state: FakeState) => {
    const started = adoptionOf();
    state.adoptions = [started, ...state.adoptions];
    return { value: started };
  },
  listAdoptions: (state: FakeState) => ({ value: { imports: state.adoptions } }),
  cancelAdoption: (state: FakeState) => {
    const [newest, ...rest] = state.adoptions;
    if (newest === undefined) return { refuse: 'import_not_found' } as const;
    const next: AdoptionView = { ...newest, state: 'cancelled', finishedAt: ago(0) };
    state.adoptions = [next, ...rest];
    return { value: next };
  },
  readAdoptionResult: () => ({ value: { fileName: 'latchkey-adopted-2026-11-26.csv', csv: '"Row"\r\n' } }),
};
