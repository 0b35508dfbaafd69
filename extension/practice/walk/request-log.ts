import { readFileSync } from 'node:fs';

/** What the practice tenant wrote down about one request. */
export interface LoggedRequest {
  readonly path: string;
  readonly requestId: string;
  readonly account?: string;
  readonly tenantId?: string;
  readonly clientId?: string;
  readonly grantType?: string;
}

/** The practice tenant's own log, for what no audit row of ours can know. */
export const readRequestLog = (file: string): readonly LoggedRequest[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as LoggedRequest);
