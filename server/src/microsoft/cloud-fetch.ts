import { originOf, type Endpoint } from '@latchkey/shared/clouds/cloud';
import type * as z from 'zod/mini';

/** `fetch` towards one service of a cloud: addresses keep the real host, the socket goes where the cloud's server side says. */
export type CloudFetch = (address: string, options?: RequestInit) => Promise<Response>;

/** No answer: refused, broken off, too slow, too large. It says nothing about what was asked. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

/** An address on another host than the service's. It was not called, and nothing was sent to it. */
export class StrangeHost extends Error {
  override readonly name = 'StrangeHost';
}

export interface CloudFetchSettings {
  readonly deadlineMs: number;
  readonly largestBody: number;
  readonly fetch: typeof globalThis.fetch;
}

const defaults: CloudFetchSettings = {
  deadlineMs: 10_000,
  largestBody: 8 * 1024 * 1024,
  fetch: (input, init) => globalThis.fetch(input, init),
};

/**
 * Redirects are refused, because a credential must not follow one; the whole answer is read within the deadline, so that
 * nobody waits for a body that never ends.
 */
export function cloudFetch(endpoint: z.infer<typeof Endpoint>, settings: Partial<CloudFetchSettings> = {}): CloudFetch {
  const { deadlineMs, largestBody, fetch } = { ...defaults, ...settings };
  const known = originOf(endpoint, 'browser');
  const socket = originOf(endpoint, 'server');
  return async (address, options = {}) => {
    const url = new URL(address);
    if (url.origin !== known && url.origin !== socket) throw new StrangeHost(`not ${known}`);
    const signal = AbortSignal.timeout(deadlineMs);
    try {
      const answer = await fetch(`${socket}${url.pathname}${url.search}`, { ...options, redirect: 'error', signal });
      const body = await readWhole(answer, largestBody);
      const { status, statusText, headers } = answer;
      return new Response(hasNoBody(status) ? null : body, { status, statusText, headers });
    } catch (cause) {
      throw new NoAnswer('no answer from Microsoft', { cause });
    }
  };
}

const hasNoBody = (status: number): boolean => status === 204 || status === 205 || status === 304;

async function readWhole(answer: Response, largest: number): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of answer.body ?? []) {
    size += piece.byteLength;
    if (size > largest) throw new RangeError('the answer is too large');
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
