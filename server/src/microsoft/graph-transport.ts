import type { Context, Middleware } from '@microsoft/microsoft-graph-client';
import { NoAnswer, StrangeHost, type CloudFetch } from './cloud-fetch.ts';

/**
 * The last link of Graph's own client: addresses keep Graph's real host, so that the client's host checks and paging stay as
 * they are, and the socket goes to the cloud's server side. An address elsewhere is refused before anything is sent.
 */
export class GraphTransport implements Middleware {
  readonly #fetch: CloudFetch;
  readonly #prefix: string;

  constructor(fetch: CloudFetch, prefix: string) {
    this.#fetch = fetch;
    this.#prefix = prefix;
  }

  async execute(context: Context): Promise<void> {
    const address = typeof context.request === 'string' ? context.request : context.request.url;
    if (!isUnder(this.#prefix, address)) throw new StrangeHost(`not under ${this.#prefix}`);
    // The client would wrap what is thrown here until it cannot be told from a fault of ours.
    context.response = await this.#fetch(address, context.options ?? {}).catch((error: unknown) => {
      if (error instanceof NoAnswer) return Response.error();
      throw error;
    });
  }
}

/** Same host, same path prefix, after the address is in its normal form: `..` and user names are seen through. */
export function isUnder(prefix: string, address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return url.username === '' && url.password === '' && `${url.origin}${url.pathname}`.startsWith(prefix);
}
