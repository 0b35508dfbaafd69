import { createInvitation } from '@latchkey/shared/api/new-invitation';
import { describe, expect, test } from 'vitest';
import { idOf } from '../../e2e/fake-api/ids.ts';
import { replyTo } from '../../e2e/fake-api/reply.ts';
import { busyState } from '../../e2e/fake-api/state.ts';
import type { ClientError } from './client-error.ts';
import { createServerApi, knowEndpoints } from './server-api.ts';

const origin = 'https://latchkey.northwindvoice.example';
const problem = (code: string, more: object = {}) => ({
  type: `/errors/${code}`,
  code,
  status: 409,
  title: 'from the server',
  nextStep: 'from the server',
  reference: 'req_1',
  ...more,
});

function apiWith(answer: (request: Request) => Response | Promise<Response>) {
  const requests: Request[] = [];
  const ended: [string | null, ClientError][] = [];
  const api = createServerApi({
    origin,
    session: () => 'opaque',
    onSessionEnded: (session, error) => ended.push([session, error]),
    fetch: async (input, init) => {
      const request = new Request(input as string, init);
      requests.push(request.clone());
      return answer(request);
    },
  });
  return { api, requests, ended };
}

const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers });

const configuration = replyTo(busyState(), 'GET', new URL('/v1/configuration', origin), {}).body;
const pending = replyTo(busyState(), 'GET', new URL('/v1/invitations', origin), {}).body;

describe('a call', () => {
  test('carries the session in a header, never in the address', async () => {
    const { api, requests } = apiWith(() => json(pending));
    await api.call('listInvitations', { query: { which: 'pending' } });
    expect(requests[0]?.headers.get('authorization')).toBe('Bearer opaque');
    expect(requests[0]?.url).toBe(`${origin}/v1/invitations?which=pending`);
    expect(requests[0]?.credentials).toBe('omit');
  });

  test('encodes what stands in its path', async () => {
    const { api, requests } = apiWith(() => json(problem('invitation_not_found'), 404));
    await api.call('readInvitation', { params: { invitationId: '../../evil?x#y' } });
    expect(requests[0]?.url).toBe(`${origin}/v1/invitations/..%2F..%2Fevil%3Fx%23y`);
  });

  test('gives what the endpoint promises', async () => {
    const { api } = apiWith(() => json(configuration));
    expect(await api.call('readConfiguration', {})).toEqual({ ok: true, value: configuration });
  });

  test('an answer of another shape is not believed', async () => {
    const { api } = apiWith(() => json({ providerName: 'Northwind Voice' }));
    expect(await api.call('readConfiguration', {})).toMatchObject({ ok: false, error: { code: 'reply_unreadable' } });
  });

  test.each(['<html>a proxy</html>', '', '"text"'])(
    'an answer that is no JSON of ours (%j) is not believed',
    async (body) => {
      const { api } = apiWith(() => new Response(body, { status: 200 }));
      expect(await api.call('readConfiguration', {})).toMatchObject({ ok: false, error: { code: 'reply_unreadable' } });
    },
  );

  test('a good status that the endpoint did not declare is not believed', async () => {
    const { api } = apiWith(() => json(configuration, 206));
    expect(await api.call('readConfiguration', {})).toMatchObject({ ok: false });
  });

  test('nobody answering is a code of its own', async () => {
    const { api, ended } = apiWith(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await api.call('readConfiguration', {})).toMatchObject({ ok: false, error: { code: 'offline' } });
    expect(ended).toEqual([]);
  });

  test('a refusal comes by its code, with the reference and the fields', async () => {
    const fields = [{ path: 'body.shortName', code: 'short_name_length' }];
    const { api, ended } = apiWith(() => json(problem('request_invalid', { fields }), 422));
    expect(await api.call('readSession', {})).toEqual({
      ok: false,
      error: { code: 'request_invalid', unknownCode: null, reference: 'req_1', fields },
    });
    expect(ended).toEqual([]);
  });

  test('a code that this version does not know stays what it is', async () => {
    const { api } = apiWith(() => json(problem('licence_frozen'), 409));
    expect(await api.call('readSession', {})).toMatchObject({
      error: { code: 'problem_unknown', unknownCode: 'licence_frozen' },
    });
  });

  test.each(['session_ended', 'session_missing'])('%s ends the session that was sent', async (code) => {
    const { api, ended } = apiWith(() => json(problem(code), 401));
    await api.call('readSession', {});
    expect(ended).toMatchObject([['opaque', { code }]]);
  });

  test('a refused sign-in ends no session', async () => {
    const { api, ended } = apiWith(() => json(problem('session_ended'), 401));
    await api.call('openSession', {}, { bearer: 'entra' });
    expect(ended).toEqual([]);
  });

  test('a creating call carries its key', async () => {
    knowEndpoints({ createInvitation });
    const { api, requests } = apiWith(() => json(problem('short_name_taken'), 409));
    const body = {
      tenant: 'contoso.com',
      fullName: 'Contoso Ltd',
      shortName: 'contoso',
      kind: 'direct-routing',
      licenceType: 'hosted-pro',
      licensedUsers: 1,
    } as const;
    await api.call('createInvitation', { body }, { idempotencyKey: 'k'.repeat(16) });
    expect(requests[0]?.headers.get('idempotency-key')).toBe('k'.repeat(16));
    expect(await requests[0]?.json()).toEqual(body);
  });
});

describe('what has not changed', () => {
  test('is asked for by its tag, and taken from memory on 304', async () => {
    let first = true;
    const { api, requests } = apiWith(() => {
      const answer = first ? json(pending, 200, { etag: '"7"' }) : new Response(null, { status: 304 });
      first = false;
      return answer;
    });
    const one = await api.call('listInvitations', { query: { which: 'pending' } });
    const two = await api.call('listInvitations', { query: { which: 'pending' } });
    expect(requests.map(({ headers }) => headers.get('if-none-match'))).toEqual([null, '"7"']);
    expect(two).toEqual(one);
  });

  test('another address has no part in it', async () => {
    const { api, requests } = apiWith(() => json(pending, 200, { etag: '"7"' }));
    await api.call('listInvitations', { query: { which: 'pending' } });
    await api.call('listInvitations', { query: { which: 'all' } });
    expect(requests.map(({ headers }) => headers.get('if-none-match'))).toEqual([null, null]);
  });

  test('a 304 that nobody asked for is not believed', async () => {
    const { api } = apiWith(() => new Response(null, { status: 304 }));
    expect(await api.call('readInvitation', { params: { invitationId: idOf('inv', 1) } })).toMatchObject({ ok: false });
  });
});
