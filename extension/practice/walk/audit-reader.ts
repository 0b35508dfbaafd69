import { DatabaseSync } from 'node:sqlite';

/** One call that the server made to Microsoft, under the id by which Microsoft knows it. */
export interface Upstream {
  readonly what: string;
  readonly requestId: string | null;
  readonly status: number | null;
}

export interface AuditRow {
  readonly seq: number;
  readonly at: string;
  readonly action: string;
  readonly invitationId: string | null;
  readonly connectionId: string | null;
  readonly details: Readonly<Record<string, unknown>> & { readonly upstream?: readonly Upstream[] };
}

/** Reads the server's audit trail as it grows. Read-only: the walk proves, it does not write. */
export class AuditReader {
  readonly #database: DatabaseSync;
  constructor(file: string) {
    this.#database = new DatabaseSync(file, { readOnly: true });
  }

  newest(): number {
    const row = this.#database.prepare('SELECT coalesce(max(seq), 0) AS seq FROM audit').get() as { seq: number };
    return row.seq;
  }

  /** When the first row of any action after `seq` was written. */
  firstAfter(seq: number): Pick<AuditRow, 'at'> | undefined {
    return this.#database.prepare('SELECT at FROM audit WHERE seq > ? ORDER BY seq LIMIT 1').get(seq) as
      | Pick<AuditRow, 'at'>
      | undefined;
  }

  /** The first row of `action` after `seq`; undefined while there is none. */
  find(action: string, after: number): AuditRow | undefined {
    const row = this.#database
      .prepare(
        'SELECT seq, at, action, invitation_id AS invitationId, connection_id AS connectionId, details FROM audit WHERE action = ? AND seq > ? ORDER BY seq LIMIT 1',
      )
      .get(action, after) as (Omit<AuditRow, 'details'> & { details: string }) | undefined;
    return row === undefined ? undefined : { ...row, details: JSON.parse(row.details) as AuditRow['details'] };
  }

  /** Waits for it: the browser is ahead of the server now and then. */
  async wait(action: string, after: number, patienceMs = 20_000): Promise<AuditRow | undefined> {
    const patience = AbortSignal.timeout(patienceMs);
    while (!patience.aborted) {
      const row = this.find(action, after);
      if (row !== undefined) return row;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return undefined;
  }

  /** The one value that `sql` selects, for what stands outside the audit trail. */
  value<Row>(sql: string, ...parameters: readonly string[]): Row | undefined {
    return this.#database.prepare(sql).get(...parameters) as Row | undefined;
  }

  close(): void {
    this.#database.close();
  }
}
