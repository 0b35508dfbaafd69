import type { Endpoint } from '@latchkey/shared/api/endpoint';
import { endpoints } from '@latchkey/shared/api/endpoints';
import { errorCatalogue, type ErrorCode } from '@latchkey/shared/errors/catalogue';
import { answers } from './answers.ts';
import type { FakeState } from './state.ts';

export type EndpointName = keyof typeof endpoints;

/** An answer before it is sent. */
export interface FakeReply {
  readonly status: number;
  readonly type: string;
  /** Null where there is none. */
  readonly body: unknown;
}

/** Which endpoint a method and a path mean, with the parameters of the path. */
export function endpointAt(method: string, path: string): [EndpointName | undefined, Record<string, string>] {
  for (const [name, endpoint] of Object.entries(endpoints)) {
    const pattern = new RegExp(`^${endpoint.path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`);
    const match = endpoint.method === method ? pattern.exec(path) : null;
    if (match !== null) return [name as EndpointName, { ...match.groups }];
  }
  return [undefined, {}];
}

/** A refusal as the API words it. */
export function refusal(code: ErrorCode): FakeReply {
  const { status } = errorCatalogue[code];
  const body = { type: `/errors/${code}`, code, status, title: code, nextStep: code, reference: 'req_7Q2M9XKD' };
  return { status, type: 'application/problem+json', body };
}

/** The answer to a call; one that the real API could not give is a mistake of the samples, and thrown. */
export function replyTo(state: FakeState, method: string, url: URL, body: Record<string, unknown>): FakeReply {
  const [name, params] = endpointAt(method, url.pathname);
  if (name === undefined) return refusal('route_unknown');
  const endpoint: Endpoint = endpoints[name];
  const said = answers[name]?.(state, { params, query: url.searchParams, body }, url.origin) ?? { refuse: 'internal' };
  if ('refuse' in said) return refusal(said.refuse);
  const value = typeof endpoint.response === 'string' ? null : endpoint.response.parse(said.value);
  return { status: endpoint.status, type: 'application/json', body: value };
}
