import {
  AuthenticationHandler,
  BatchRequestContent,
  BatchResponseContent,
  Client,
  GraphError,
  PageIterator,
  RetryHandler,
  RetryHandlerOptions,
  TelemetryHandler,
  type Context,
  type Middleware,
  type PageCollection,
} from '@microsoft/microsoft-graph-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Person } from './directory/records.ts';
import { accept, graphScopes } from './testing/journeys.ts';
import { start, type Started } from './testing/started.ts';

let practice: Started;
let accessToken: string;

beforeAll(async () => {
  practice = await start();
  const { customer, registrations } = practice.situation;
  const { clientId, redirectUris } = registrations.consent;
  const [redirectUri] = redirectUris;
  const query = new URLSearchParams({
    client_id: clientId,
    response_type: 'code',
    redirect_uri: redirectUri!,
    scope: graphScopes,
  });
  const path = `/${customer.tenantId}/oauth2/v2.0/authorize?${query}`;
  const { left } = await accept(practice.browse(), path, practice.admin as unknown as Person, true);
  const answer = await fetch(`${practice.login}/${customer.tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: clientId,
      client_secret: practice.secret,
      redirect_uri: redirectUri!,
      code: left!.searchParams.get('code')!,
    }),
  });
  accessToken = ((await answer.json()) as { access_token: string }).access_token;
});
afterAll(() => practice.stop());

/** The one middleware that is ours: it knows where Graph really is. */
class Transport implements Middleware {
  async execute(context: Context): Promise<void> {
    const { pathname, search } = new URL(String(context.request));
    context.response = await fetch(practice.graph + pathname + search, context.options as RequestInit);
  }
}

function client(): Client {
  const links: Middleware[] = [
    new AuthenticationHandler({ getAccessToken: () => Promise.resolve(accessToken) }),
    new RetryHandler(new RetryHandlerOptions(0.01, 3)),
    new TelemetryHandler(),
    new Transport(),
  ];
  links.forEach((link, at) => {
    const next = links[at + 1];
    if (next) link.setNext?.(next);
  });
  return Client.initWithMiddleware({ middleware: links });
}

const inject = (fault: object) => fetch(`${practice.oracle}/faults`, { method: 'POST', body: JSON.stringify(fault) });

describe('@microsoft/microsoft-graph-client takes the practice tenant for Graph', () => {
  test('get, select and filter', async () => {
    const graph = client();
    const organization = (await graph.api('/organization').select('id,displayName').get()) as { value: unknown[] };
    expect(organization.value).toEqual([{ id: practice.situation.customer.tenantId, displayName: 'Contoso Ltd' }]);
    const { clientId } = practice.situation.registrations.consent;
    const found = (await graph.api('/servicePrincipals').filter(`appId eq '${clientId}'`).get()) as {
      value: { appId: string }[];
    };
    expect(found.value.map(({ appId }) => appId)).toEqual([clientId]);
  });

  test('every page of a list', async () => {
    const graph = client();
    const first = (await graph.api('/servicePrincipals').top(2).select('id').get()) as PageCollection;
    const ids = new Set<string>();
    const pages = new PageIterator(graph, first, ({ id }: { id: string }) => {
      ids.add(id);
      return true;
    });
    await pages.iterate();
    const all = (await graph.api('/servicePrincipals').get()) as { value: unknown[] };
    expect(ids.size).toBe(all.value.length);
    expect(ids.size).toBeGreaterThan(2);
  });

  test('a throttled request is tried again after Retry-After', async () => {
    await inject({ graph: { status: 429, retryAfter: 0, times: 2 } });
    const before = await requests();
    await client().api('/organization').get();
    const statuses = (await requests()).slice(before.length).map(({ status }) => status);
    expect(statuses).toEqual([429, 429, 200]);
  });

  test('a refusal is a GraphError with code and request id', async () => {
    const error: unknown = await client()
      .api("/servicePrincipals(appId='00000000-0000-4000-8000-000000000000')")
      .get()
      .catch((problem: unknown) => problem);
    expect(error).toBeInstanceOf(GraphError);
    const { statusCode, code, requestId } = error as GraphError;
    expect([statusCode, code]).toEqual([404, 'Request_ResourceNotFound']);
    expect((await requests()).at(-1)!.requestId).toBe(requestId);
  });

  test('a batch, with one request throttled in it', async () => {
    await inject({ graph: { status: 429, retryAfter: 5, on: 'batch-item', path: '/domains' } });
    // The library takes the host away and leaves the rest, and in a batch the rest has no version.
    const at = (path: string) => new Request(`https://graph.microsoft.com${path}`);
    const content = await new BatchRequestContent([
      { id: '1', request: at('/organization') },
      { id: '2', request: at('/domains') },
      { id: '3', request: at('/me') },
    ]).getContent();
    const answer = new BatchResponseContent(
      (await client().api('/$batch').post(content)) as ConstructorParameters<typeof BatchResponseContent>[0],
    );
    expect(['1', '2', '3'].map((id) => answer.getResponseById(id).status)).toEqual([200, 429, 200]);
    expect(answer.getResponseById('2').headers.get('retry-after')).toBe('5');
  });
});

async function requests() {
  const answer = await fetch(`${practice.oracle}/requests`);
  return ((await answer.json()) as { requests: { status: number; requestId: string }[] }).requests;
}
