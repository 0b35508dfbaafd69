import type { CustomerFilter } from '@latchkey/shared/api/customer-filter';
import type { StandingOrder } from '@latchkey/shared/api/customer-standings';
import { verdictNow } from '@latchkey/shared/validation/age';
import { signInEnds } from '@latchkey/shared/validation/expiry';
import type { Words } from '@latchkey/shared/words/words';
import type { AuditActor } from '../audit/audit-repository.ts';
import type { Clock } from '../clock.ts';
import type { Store } from '../storage/store.ts';
import { csvOf } from '../csv/csv.ts';
import type { Standing, StandingCursor } from './standing-repository.ts';

interface ExportsStandings {
  export(request: {
    readonly filter: CustomerFilter;
    readonly order: StandingOrder;
    readonly actor: AuditActor;
    readonly requestId: string;
  }): Promise<{ readonly fileName: string; readonly csv: string }>;
}

const pageSize = 500;

/** The list of customers as a file, and a line on record of who took it. No account names: a file goes where it will. */
export const createStandingExporter = ({
  store,
  words,
  now,
}: {
  readonly store: Store;
  readonly words: Pick<Words, 'verdicts' | 'evidence' | 'owners' | 'console'>;
  readonly now: Clock;
}): ExportsStandings => ({
  async export({ filter, order, actor, requestId }) {
    const at = now();
    const question = { filter, order, now: at.toISOString() };
    const { columns } = words.console.customersPage.export;
    const lines: string[] = [csvOf([Object.values(columns)])];
    let rows = 0;
    for (let after: StandingCursor | null | undefined = null; after !== undefined;) {
      // oxlint-disable-next-line no-await-in-loop -- page by page
      const page: readonly Standing[] = (await store.read.standings.list(question, { after, limit: pageSize })) ?? [];
      lines.push(csvOf(page.map((standing) => cellsOf(standing, words, at.getTime()))));
      rows += page.length;
      after = page.length < pageSize ? undefined : page.at(-1);
    }
    const details = { filter, order, rows };
    await store.transact((tx) =>
      tx.audit.append({ at: question.now, action: 'customers.exported', actor, requestId, details }),
    );
    return { fileName: `latchkey-customers-${question.now.slice(0, 10)}.csv`, csv: lines.join('') };
  },
});

/** In the order of the columns. */
function cellsOf(
  { fullName, tenantId, domain, connection }: Standing,
  words: Pick<Words, 'verdicts' | 'evidence' | 'owners' | 'console'>,
  now: number,
): readonly string[] {
  const verdict = connection?.verdict ?? null;
  const { noConnection, export: of } = words.console.customersPage;
  if (connection === null) return [fullName, tenantId, domain ?? '', noConnection, '', '', '', '', ''];
  const isOld = verdict === null || verdictNow(verdict, now) !== verdict.verdict;
  const name = isOld ? 'unknown' : verdict.verdict;
  return [
    fullName,
    tenantId,
    domain ?? '',
    name === 'settling' ? of.settling : words.verdicts[name],
    verdict === null ? 'never_validated' : isOld ? 'too_old' : verdict.cause,
    words.owners[isOld ? 'provider' : verdict.owner],
    words.evidence[isOld ? 'none' : verdict.evidence],
    verdict?.at ?? '',
    (connection.sealedAt === null ? null : signInEnds(connection.sealedAt)) ?? '',
  ];
}
