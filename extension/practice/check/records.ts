import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/** A line of the server's audit trail, with the tenant of the customer that it is about. */
export interface Row {
  readonly seq: number;
  readonly at: string;
  readonly action: string;
  readonly invitationId: string | null;
  readonly tenantId: string | null;
  readonly details: Details;
}

export interface Details {
  readonly tenantId?: string;
  readonly username?: string;
  readonly correlationId?: string | null;
  readonly aadsts?: number;
  readonly verdict?: string;
  readonly evidence?: string;
  readonly permissions?:
    | readonly { readonly value: string; readonly required: boolean; readonly finding: string }[]
    | null;
  readonly upstream?: readonly { readonly what: string; readonly requestId: string | null }[];
}

/** A line of the practice tenant's own log; the parts of a batch count as requests. */
export interface LoggedRequest {
  readonly at: string;
  readonly service: string;
  readonly path: string;
  readonly status: number;
  readonly requestId: string;
  readonly correlationId?: string;
  readonly clientId?: string;
  readonly tenantId?: string;
  readonly account?: string;
  readonly error?: string;
  readonly grantType?: string;
  /** The grants that the answer showed; for a batch, those of all its parts. */
  readonly upstreamPermissions?: readonly { readonly value: string; readonly consentType: string }[];
  readonly batch?: readonly { readonly url: string; readonly status: number; readonly requestId: string }[];
}

/** What both sides wrote down, each by itself. */
export interface Records {
  readonly rows: readonly Row[];
  readonly requests: readonly LoggedRequest[];
  /** Whose account the connection is; undefined while there is none. */
  readonly connectedAs: string | undefined;
  /** The password as the server keeps it; undefined where it keeps none. */
  readonly sealedPassword?: string | undefined;
}

export function readRecords(database: string, requestLog: string): Records {
  const opened = new DatabaseSync(database, { readOnly: true });
  const rows = opened
    .prepare(
      'SELECT a.seq, a.at, a.action, a.invitation_id AS invitationId, c.tenant_id AS tenantId, a.details FROM audit a LEFT JOIN customers c ON c.id = a.customer_id ORDER BY a.seq',
    )
    .all() as unknown as readonly (Omit<Row, 'details'> & { readonly details: string })[];
  const connection = opened.prepare('SELECT account_username AS username FROM connections').get();
  const password = opened.prepare('SELECT sealed_password AS sealed FROM passwords').get();
  opened.close();
  return {
    rows: rows.map((row) => ({ ...row, details: JSON.parse(row.details) as Details })),
    requests: eachRequest(readFileSync(requestLog, 'utf8')),
    connectedAs: typeof connection?.['username'] === 'string' ? connection['username'] : undefined,
    sealedPassword: typeof password?.['sealed'] === 'string' ? password['sealed'] : undefined,
  };
}

export function eachRequest(log: string): readonly LoggedRequest[] {
  return log
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as LoggedRequest)
    .flatMap((request) => [
      request,
      ...(request.batch ?? []).map((part) => ({ ...request, ...part, path: part.url, batch: [] })),
    ]);
}
