import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { filesWith } from './search.ts';

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
  /** Where the password that was typed lies about; undefined where none is kept. */
  readonly typedPassword?: LyingAbout | undefined;
}

/** What a search of everything that the walk left found, but for the practice tenant's own files. */
export interface LyingAbout {
  /** Files with the password in them. */
  readonly files: readonly string[];
  /** Files with the account's name in them, by the same search: it stands in the database in the clear, or the search is blind. */
  readonly control: readonly string[];
}

export function readRecords(database: string, requestLog: string): Records {
  const opened = new DatabaseSync(database, { readOnly: true });
  const rows = opened
    .prepare(
      'SELECT a.seq, a.at, a.action, a.invitation_id AS invitationId, c.tenant_id AS tenantId, a.details FROM audit a LEFT JOIN customers c ON c.id = a.customer_id ORDER BY a.seq',
    )
    .all() as unknown as readonly (Omit<Row, 'details'> & { readonly details: string })[];
  const connection = opened.prepare('SELECT account_username AS username FROM connections').get();
  const password = opened.prepare('SELECT sealed_password AS sealed, username FROM passwords').get();
  opened.close();
  return {
    rows: rows.map((row) => ({ ...row, details: JSON.parse(row.details) as Details })),
    requests: eachRequest(readFileSync(requestLog, 'utf8')),
    connectedAs: typeof connection?.['username'] === 'string' ? connection['username'] : undefined,
    sealedPassword: typeof password?.['sealed'] === 'string' ? password['sealed'] : undefined,
    typedPassword:
      password === undefined ? undefined : lyingAbout(database, dirname(requestLog), String(password['username'])),
  };
}

/** The password is known from the practice tenant's own list of people; the walk tells it nobody. */
function lyingAbout(database: string, practiceTenant: string, username: string): LyingAbout {
  const { customer } = JSON.parse(readFileSync(join(practiceTenant, 'situation.json'), 'utf8')) as {
    readonly customer: { readonly people: readonly { readonly username: string; readonly password: string }[] };
  };
  const person = customer.people.find((each) => each.username === username);
  const left = resolve(dirname(database), '..');
  if (person === undefined || !existsSync(left)) return { files: [], control: [] };
  const search = (text: string): readonly string[] => filesWith(text, left, ['practice-tenant']);
  return { files: search(person.password), control: search(username) };
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
