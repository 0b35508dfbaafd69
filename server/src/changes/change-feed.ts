import { err, ok, type Result } from '@latchkey/shared/result';
import type { AuditLine, AuditReads } from '../audit/audit-repository.ts';
import type { SessionKey } from '../http/call.ts';
import { describeFault, type Log } from '../log/log.ts';
import { eventOf } from './change-lines.ts';
import { Listener } from './listener.ts';

/** How many streams may be open. */
export interface StreamLimits {
  readonly perOperator: number;
  readonly inAll: number;
}

/**
 * One browser opens one, whatever is open in it, and a second while the first is dying with its worker. An operator may sit at
 * several.
 */
export const usualStreamLimits: StreamLimits = { perOperator: 10, inAll: 5_000 };

export interface ChangeFeed {
  /** Opens a stream of what happens after a sequence; from now on when none is given. */
  listen(listener: {
    readonly session: SessionKey;
    /** Whose streams are counted together. */
    readonly operatorId: string;
    readonly after: number | undefined;
    /** Hears of this invitation alone. */
    readonly only?: string;
    readonly signal: AbortSignal;
  }): Promise<Result<ReadableStream<Uint8Array>, 'too_many_requests'>>;
  /** Something may have been committed. */
  wake(): void;
  /** Sends each stream a sign of life; drops those that do not read, and those whose session is over. */
  beat(): Promise<void>;
  endSession(session: SessionKey): void;
  /** Ends every stream, and from now on each that still comes: whoever reads one comes back before the server is gone. */
  endAll(): void;
  /** How many streams are open. */
  readonly size: number;
}

const linesAtOnce = 500;

/** The feed over the audit trail: the table is the truth, a wake-up only says when to look. */
export function createChangeFeed(dependencies: {
  readonly audit: AuditReads;
  readonly isLiving: (session: SessionKey) => Promise<boolean>;
  readonly limits: StreamLimits;
  readonly log: Log;
}): ChangeFeed {
  const { audit, isLiving, limits, log } = dependencies;
  const listeners = new Set<Listener>();
  let sequence = 0;
  let isLooking = false;
  let lookAgain = false;
  let isOver = false;

  const say = (line: AuditLine): void => {
    const event = eventOf(line);
    for (const listener of listeners) listener.offer(line, event);
    sequence = line.sequence;
  };

  /** Says to all who listen what stands after `sequence`. A wake-up on the way means one more look: none is lost. */
  const look = async (): Promise<void> => {
    isLooking = true;
    try {
      while (lookAgain) {
        lookAgain = false;
        const lines = await audit.after(sequence, linesAtOnce);
        for (const line of lines) say(line);
        lookAgain ||= lines.length === linesAtOnce;
      }
    } catch (error) {
      log.event('work.failed', { kind: 'changes', ...describeFault(error) });
    } finally {
      isLooking = false;
    }
  };

  const wake = (): void => {
    if (listeners.size === 0) return;
    lookAgain = true;
    if (!isLooking) void look();
  };

  const endWhere = (matches: (listener: Listener) => boolean): void => {
    for (const listener of [...listeners].filter(matches)) listener.end();
  };

  return {
    get size() {
      return listeners.size;
    },
    listen: async ({ session, operatorId, after, only, signal }) => {
      const latest = await audit.latestSequence();
      const ofOperator = [...listeners].filter((listener) => listener.operatorId === operatorId).length;
      if (ofOperator >= limits.perOperator || listeners.size >= limits.inAll) return err('too_many_requests');
      const opened = performance.now();
      const listener: Listener = new Listener({
        session,
        operatorId,
        after: after ?? latest,
        only,
        audit,
        onEnd() {
          listeners.delete(listener);
          const ms = Math.round(performance.now() - opened);
          log.event('stream.ended', { operatorId: operatorId.replace(/^.*\//, ''), ms });
        },
      });
      // While nobody listened nobody looked: from here on the looking goes on. What stands before, the listener reads by itself.
      if (listeners.size === 0 && !isLooking) sequence = latest;
      listeners.add(listener);
      // Both ways of noticing that the reader is gone: some servers cancel the stream, some abort the request.
      signal.addEventListener('abort', () => listener.end(), { once: true });
      if (signal.aborted || isOver) listener.end();
      wake();
      return ok(listener.stream);
    },
    wake,
    beat: async () => {
      for (const session of new Set([...listeners].map((listener) => listener.session))) {
        if (!(await isLiving(session))) endWhere((listener) => listener.session === session);
      }
      endWhere((listener) => {
        const isRead = listener.beat();
        if (!isRead) log.event('stream.dropped', { reason: 'slow' });
        return !isRead;
      });
    },
    endSession: (session) => endWhere((listener) => listener.session === session),
    endAll: () => {
      isOver = true;
      endWhere(() => true);
    },
  };
}
