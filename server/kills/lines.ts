import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openAcknowledged } from './acknowledged.ts';
import { findLost, withDatabase } from './check-database.ts';
import { findDuplicates, orderedIn } from './check-duplicates.ts';
import { findUnfinished } from './check-end.ts';
import { openClient, type Client } from './client.ts';
import { startKillable } from './killable-api.ts';
import { countMails, mailFaults, type MailCount } from './mails.ts';
import type { Plan } from './plan.ts';
import type { Practice } from './practice-process.ts';
import { walk } from './walk.ts';
import { isByMail, type Method } from './walker.ts';

/** One death, and where the client and the process were. */
export interface Kill {
  readonly phase: string;
  /** Undefined where it came by surprise. */
  readonly point: string | undefined;
}

/** What the deaths have cost. */
export interface Toll {
  readonly kills: readonly Kill[];
  readonly lost: readonly string[];
  readonly stuck: readonly string[];
  readonly duplicates: readonly string[];
  /** The mails of each line that mails. */
  readonly mails: readonly MailCount[];
  /** How many lines were walked, and how long the last one took. */
  readonly lines: number;
  readonly lineMs: number;
}

export interface LinesSettings {
  readonly folder: string;
  readonly port: number;
  readonly practice: Practice;
  readonly method: Method;
  readonly plan: Plan;
  readonly onKill?: (kill: Kill) => void;
}

type Open = { -readonly [Key in 'kills' | 'lost' | 'stuck' | 'duplicates' | 'mails']: Toll[Key][number][] };

/** Walks lines, each on a database of its own, until the plan has had its deaths. */
export async function walkLines(settings: LinesSettings): Promise<Toll> {
  const open: Open = { kills: [], lost: [], stuck: [], duplicates: [], mails: [] };
  let lines = 0;
  let lineMs = 0;
  do {
    lines += 1;
    const began = performance.now();
    await walkOne({ ...settings, folder: join(settings.folder, `line-${lines}`) }, open);
    lineMs = performance.now() - began;
  } while (!settings.plan.isOver());
  return { ...open, lines, lineMs };
}

async function walkOne({ folder, port, practice, method, plan, onKill }: LinesSettings, open: Open): Promise<void> {
  await practice.reset();
  const before = (await practice.asked(0)).at(-1)?.sequence ?? 0;
  mkdirSync(folder, { recursive: true });
  const openLog = openAcknowledged(join(folder, 'acknowledged.jsonl'));
  const opened: Client[] = [];
  const phase = (): string => opened[0]?.phase ?? 'start';
  const known = new Set<string>();
  const noteLost = (): void => {
    for (const lost of findLost(join(folder, 'data'), openLog.all())) {
      if (!known.has(lost)) open.lost.push(lost);
      known.add(lost);
    }
  };
  const api = await startKillable({
    folder,
    port,
    practice,
    diesAt: (point, isStarting) => plan.diesAt(isStarting ? 'starting' : phase(), point),
    onDead: (point, isStarting) => {
      const kill = { phase: isStarting ? 'starting' : phase(), point };
      open.kills.push(kill);
      onKill?.(kill);
      noteLost();
    },
  });
  const client = openClient(api, openLog);
  opened.push(client);
  const end = plan.begin(api);
  try {
    await walk({ client, practice, method, dataFolder: api.dataFolder });
  } catch (error) {
    open.stuck.push(`${phase()}: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    end();
    await api.stop();
  }
  noteLost();
  const asked = await practice.asked(before);
  const messageIds = await practice.messageIds();
  withDatabase(api.dataFolder, (database) => {
    open.duplicates.push(...findDuplicates(database, asked, orderedIn[method]));
    if (isByMail({ method })) {
      const mails = countMails(database, messageIds);
      open.mails.push(mails);
      open.lost.push(...mailFaults(mails));
    }
    if (open.stuck.length === 0) open.stuck.push(...findUnfinished(database, method));
  });
}
