import type { Endpoint } from '@latchkey/shared/api/endpoint';

/** What a call carries; which parts there are is said by the endpoint. */
export interface AnyAsk {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
}

/** The address of a call: parameters in the path and the query are encoded, whatever they hold. */
export function addressOf(origin: string, { path }: Endpoint, { params = {}, query = {} }: AnyAsk): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const url = new URL(filled, origin);
  for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, value);
  return url.href;
}
