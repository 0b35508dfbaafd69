import { randomBytes } from 'node:crypto';
import type { Send } from './admin-browser.ts';

/** One answer of the API, read. */
export interface Answered<Body = Record<string, unknown>> {
  readonly status: number;
  readonly body: Body;
}

/** Calls the API with a session. */
export type Caller = <Body = Record<string, unknown>>(
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body?: object,
) => Promise<Answered<Body>>;

/** Calls under a session, each creating call with a key of its own. */
export const callerFor =
  (send: Send, session: string): Caller =>
  async <Body>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => {
    const headers = {
      authorization: `Bearer ${session}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      'idempotency-key': randomBytes(16).toString('hex'),
    };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await send(path, { method, headers, ...sent });
    return { status: response.status, body: (response.status === 204 ? {} : await response.json()) as Body };
  };
