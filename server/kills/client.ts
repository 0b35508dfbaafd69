import { randomUUID } from 'node:crypto';
import type { Send } from '../src/testing/admin-browser.ts';
import type { AcknowledgedLog, Promised } from './acknowledged.ts';
import type { KillableApi } from './killable-api.ts';

/** The process died before it answered, or before the answer was here. What was asked may have happened or not. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

/** There is no way on: it was tried as a person would try it, and as often. */
export class Stuck extends Error {
  override readonly name = 'Stuck';
}

/** One good answer. */
export interface Good<Body> {
  readonly body: Body;
  readonly requestId: string;
}

type Promises<Body> = (answer: Good<Body>) => readonly Promised[];

/** The client's side of the line: what it asks, what it was told, and where it stands. */
export interface Client {
  /** The step that the client is at. */
  readonly phase: string;
  readonly reach: Send;
  /** Makes one step, again and again until it was answered or is seen to be done. */
  step<Result>(phase: string, make: () => Promise<Result>): Promise<Result>;
  /** A call with the session. It is in the log when its answer was good; an answer that is not good is given back as it is. */
  call<Body>(method: string, path: string, options: CallOptions<Body>): Promise<Answer<Body>>;
  /** Writes a good answer of a page down. */
  acknowledge(call: string, promised: readonly Promised[]): void;
  signIn(session: string): void;
}

interface CallOptions<Body> {
  readonly body?: object;
  readonly key?: string;
  readonly promises: Promises<Body>;
}

export interface Answer<Body> {
  readonly status: number;
  readonly ok: boolean;
  readonly body: Body;
}

const mostTries = 25;

export function openClient(api: KillableApi, log: AcknowledgedLog): Client {
  let phase = 'start';
  let session = '';
  const reach: Send = (path, init) =>
    fetch(`${api.origin}${path}`, { ...init, redirect: 'manual' })
      .then(async (answer) => {
        // Read whole: an answer that breaks off is none.
        const body = await answer.arrayBuffer();
        const { status, headers } = answer;
        return new Response(body.byteLength === 0 ? null : body, { status, headers });
      })
      .catch((cause: unknown) => {
        throw new NoAnswer(`no answer to ${path}`, { cause });
      });
  return {
    get phase() {
      return phase;
    },
    reach,
    signIn: (next) => void (session = next),
    acknowledge: (call, promised) => log.add({ phase, call, promised }),
    async step(name, make) {
      phase = name;
      for (let tried = 0; tried < mostTries; tried += 1) {
        try {
          return await make();
        } catch (error) {
          if (!(error instanceof NoAnswer)) throw error;
          await api.answers();
        }
      }
      throw new Stuck(`${name}: not done after ${mostTries} tries`);
    },
    async call<Body>(method: string, path: string, { body, key, promises }: CallOptions<Body>) {
      const headers = {
        authorization: `Bearer ${session}`,
        'idempotency-key': key ?? randomUUID(),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      };
      const answer = await reach(path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
      const said = (answer.status === 204 ? {} : await answer.json()) as Body;
      const requestId = answer.headers.get('x-request-id') ?? '';
      if (answer.ok && method !== 'GET')
        log.add({ phase, call: `${method} ${path}`, promised: promises({ body: said, requestId }) });
      return { status: answer.status, ok: answer.ok, body: said };
    },
  };
}
