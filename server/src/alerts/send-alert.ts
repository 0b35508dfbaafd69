import { request } from 'node:https';
import type { PinnedAddress } from './alert-address.ts';

/** Posts an alert; gives the status that came back, null when there was none. */
export type PostsAlerts = (
  to: PinnedAddress,
  sent: { readonly headers: Readonly<Record<string, string>>; readonly body: string },
) => Promise<number | null>;

const patienceMs = 5_000;

/**
 * Over TLS, to the very address that was checked, under the name of the host. A redirect is an answer like any other, and is not
 * followed; the answer's body is not read.
 */
export const postAlert: PostsAlerts = ({ url, address, family }, { headers, body }) =>
  new Promise((resolve) => {
    const signal = AbortSignal.timeout(patienceMs);
    const outgoing = request(
      url,
      {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) },
        agent: false,
        signal,
        lookup: (_host, options, done) =>
          options.all === true ? done(null, [{ address, family }]) : done(null, address, family),
      },
      (answer) => {
        resolve(answer.statusCode ?? null);
        answer.destroy();
      },
    );
    outgoing.on('error', () => resolve(null));
    outgoing.end(body);
  });
