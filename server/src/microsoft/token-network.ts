import type { INetworkModule, NetworkRequestOptions } from '@azure/msal-node';
import * as z from 'zod/mini';
import { plainName, retryAfterSeconds } from './answers.ts';
import { NoAnswer, type CloudFetch } from './cloud-fetch.ts';

type NetworkResponse<T> = { headers: Record<string, string>; body: T; status: number };

/** What went over the wire in one token call. MSAL keeps neither the HTTP status nor the request id. */
export interface TokenExchange {
  readonly status: number | null;
  readonly requestId: string | null;
  readonly retryAfterSeconds: number | null;
  /** Our clock when the answer was there. */
  readonly receivedAt: string;
  readonly refusal: TokenRefusalBody | undefined;
}

export const TokenRefusalBody = z.object({
  error: z.string(),
  error_description: z.optional(z.string()),
  error_codes: z.optional(z.array(z.number())),
  suberror: z.optional(z.string()),
  correlation_id: z.optional(z.string()),
});
export type TokenRefusalBody = z.infer<typeof TokenRefusalBody>;

/** The network of one MSAL client: it goes through the cloud's own fetch, and remembers what the wire said. */
export class TokenNetwork implements INetworkModule {
  readonly #fetch: CloudFetch;
  readonly #now: () => Date;
  #last: TokenExchange | undefined;

  constructor(fetch: CloudFetch, now: () => Date) {
    this.#fetch = fetch;
    this.#now = now;
  }

  /** The newest exchange; undefined when MSAL answered without the network. */
  get last(): TokenExchange | undefined {
    return this.#last;
  }

  sendGetRequestAsync<T>(url: string, options?: NetworkRequestOptions): Promise<NetworkResponse<T>> {
    return this.#send('GET', url, options);
  }

  sendPostRequestAsync<T>(url: string, options?: NetworkRequestOptions): Promise<NetworkResponse<T>> {
    return this.#send('POST', url, options);
  }

  async #send<T>(method: string, url: string, options?: NetworkRequestOptions): Promise<NetworkResponse<T>> {
    const answer = await this.#ask(method, url, options);
    const { status } = answer;
    const headers = Object.fromEntries(answer.headers);
    const body: unknown = await answer.json().catch(() => undefined);
    const refusal = TokenRefusalBody.safeParse(body);
    this.#last = {
      status,
      requestId: plainName(headers['x-ms-request-id']),
      retryAfterSeconds: retryAfterSeconds(headers['retry-after'], this.#now()),
      receivedAt: this.#now().toISOString(),
      refusal: refusal.success ? refusal.data : undefined,
    };
    return { headers, status, body: (body ?? {}) as T };
  }

  async #ask(method: string, url: string, options?: NetworkRequestOptions): Promise<Response> {
    const body = options?.body === undefined ? {} : { body: options.body };
    try {
      return await this.#fetch(url, { method, headers: options?.headers ?? {}, ...body });
    } catch (error) {
      if (error instanceof NoAnswer)
        this.#last = {
          status: null,
          requestId: null,
          retryAfterSeconds: null,
          receivedAt: this.#now().toISOString(),
          refusal: undefined,
        };
      throw error;
    }
  }
}
