import { closeSync, openSync, writeSync } from 'node:fs';

/** One request inside a Graph batch. */
export interface LoggedBatchItem {
  readonly method: string;
  readonly url: string;
  readonly status: number;
  readonly requestId: string;
}

/** A permission that an answer of Graph showed, or that a person just granted. */
export interface LoggedPermission {
  readonly resourceAppId: string;
  readonly value: string;
  readonly consentType: 'AllPrincipals' | 'Principal' | 'Application';
}

/** What handling a request found out that the log may say. Never a secret, never anything a stranger typed. */
export interface LoggedDetails {
  /** Of the directory's own registrations only. */
  clientId?: string;
  grantType?: string;
  tenantId?: string;
  /** The user name of one of the situation's own people. */
  account?: string;
  scopes?: readonly string[];
  batch?: readonly LoggedBatchItem[];
  upstreamPermissions?: readonly LoggedPermission[];
  /** The AADSTS number, or Graph's error code. */
  error?: string;
  /** A page of somebody else's was named as where the reader came from. */
  cameFromElsewhere?: true;
}

export interface LoggedRequest extends LoggedDetails {
  readonly sequence: number;
  readonly at: string;
  readonly service: 'login' | 'graph' | 'teams-admin' | 'portal' | 'console';
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly requestId: string;
  readonly correlationId?: string;
}

export interface RequestLog {
  /** Writes one line, before the answer leaves. */
  append(request: Omit<LoggedRequest, 'sequence'>): void;
  all(): readonly LoggedRequest[];
  close(): void;
}

/** The sandbox's own record of what it was asked, for the program that checks a walk. */
export function openRequestLog(file: string): RequestLog {
  const handle = openSync(file, 'w', 0o600);
  const entries: LoggedRequest[] = [];
  return {
    append(request) {
      const entry = { sequence: entries.length + 1, ...request };
      entries.push(entry);
      writeSync(handle, `${JSON.stringify(entry)}\n`);
    },
    all: () => entries,
    close: () => closeSync(handle),
  };
}
