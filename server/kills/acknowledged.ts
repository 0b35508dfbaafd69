import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';

/** A row that must be there from now on, whatever happens. */
export interface Promised {
  readonly table: string;
  readonly where: Readonly<Record<string, string | number>>;
}

/** A good answer as the client got it, and what it may rely on since. */
export interface Acknowledged {
  readonly phase: string;
  readonly call: string;
  readonly promised: readonly Promised[];
}

/** The client's log, on disk: a line is written when a good answer has come, and never before. */
export interface AcknowledgedLog {
  add(acknowledged: Acknowledged): void;
  all(): readonly Acknowledged[];
}

export function openAcknowledged(file: string): AcknowledgedLog {
  writeFileSync(file, '');
  return {
    add: (acknowledged) => appendFileSync(file, `${JSON.stringify(acknowledged)}\n`),
    all: () =>
      readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Acknowledged),
  };
}

/** A line of the trail. */
export const line = (action: string, where: Readonly<Record<string, string>>): Promised => ({
  table: 'audit',
  where: { action, ...where },
});
