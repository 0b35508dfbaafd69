import type { VerdictChange } from '@latchkey/shared/api/history';
import { err, ok, type Result } from '@latchkey/shared/result';
import { isFlapping } from '@latchkey/shared/validation/history';
import { stretchesOf, type Stretch } from '@latchkey/shared/validation/history-days';
import type { Clock } from '../clock.ts';
import type { Reads } from '../storage/store.ts';
import type { Validation } from './validation-repository.ts';

interface History {
  readonly items: VerdictChange[];
  readonly next: string | null;
  readonly flapping: boolean;
}

export interface ReadsHistory {
  read(connectionId: string, before: string | undefined): Promise<Result<History, 'connection_not_found'>>;
  readStretches(connectionId: string): Promise<Result<Stretches, 'connection_not_found'>>;
}

interface Stretches {
  readonly stretches: Stretch[];
  readonly readAt: string;
}

const dayMs = 86_400_000;
/** Ninety of the reader's days, whatever the zone, and a change of the clocks between. */
const daysBack = 92;

const pageSize = 30;
/** More turns than these within a day would be said to come and go anyway. */
const mostLookedAt = 50;

/** How the verdict of a connection changed. Whether it comes and goes is said of now, whichever page is read. */
export const createHistoryReader = (reads: Pick<Reads, 'connections' | 'validations'>, now: Clock): ReadsHistory => ({
  async read(connectionId, before) {
    if ((await reads.connections.find(connectionId)) === undefined) return err('connection_not_found');
    const place = before === undefined ? null : Number(before);
    const [page, newest] = await Promise.all([
      reads.validations.listChanges(connectionId, { before: place, limit: pageSize + 1 }),
      reads.validations.listChanges(connectionId, { before: null, limit: mostLookedAt }),
    ]);
    const items = page.slice(0, pageSize);
    const last = page.length > pageSize ? items.at(-1) : undefined;
    return ok({
      items: items.map(changeView),
      next: last === undefined ? null : String(last.auditSequence),
      flapping: isFlapping(
        newest.map(({ verdict, at }) => ({ verdict: verdict.verdict, at })),
        now().getTime(),
      ),
    });
  },
  async readStretches(connectionId) {
    if ((await reads.connections.find(connectionId)) === undefined) return err('connection_not_found');
    const at = now();
    const since = new Date(at.getTime() - daysBack * dayMs).toISOString();
    const told = await reads.validations.listTold(connectionId, since);
    return ok({ stretches: [...stretchesOf(told, at.getTime())], readAt: at.toISOString() });
  },
});

const changeView = ({ id, at, verdict, startedBy, auditSequence }: Validation): VerdictChange => ({
  validationId: id,
  at,
  verdict: verdict.verdict,
  cause: verdict.cause,
  owner: verdict.owner,
  evidence: verdict.evidence,
  code: verdict.code,
  requestId: verdict.requestId,
  startedBy,
  auditSequence,
});
