import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endpoints } from '@latchkey/shared/api/endpoints';
import type { Endpoint } from '@latchkey/shared/api/endpoint';
import { errorCatalogue } from '@latchkey/shared/errors/catalogue';
import { openTemporaryApp, temporaryOrigin, type TemporaryApp } from '../temporary-app.ts';

interface Operation {
  readonly operationId: string;
  readonly security: readonly unknown[];
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required: boolean }[];
  readonly requestBody?: {
    readonly content: { readonly 'application/json': { readonly schema: { readonly additionalProperties: unknown } } };
  };
  readonly responses: Readonly<
    Record<
      string,
      {
        readonly description: string;
        readonly content?: Readonly<Record<string, { readonly schema: unknown }>>;
      }
    >
  >;
}
type Description = {
  readonly openapi: string;
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
};

let api: TemporaryApp;
let description: Description;
beforeAll(async () => {
  api = await openTemporaryApp();
  description = (await (await api.call('GET', '/openapi.json')).json()) as Description;
});
afterAll(() => api.close());

const operationOf = ({ method, path }: Endpoint): Operation =>
  description.paths[path.replace(/:(\w+)/g, '{$1}')]![method.toLowerCase()]!;

describe('the description', () => {
  test('is OpenAPI 3.1 of this deployment, with every endpoint and nothing else', () => {
    const operations = Object.values(description.paths).flatMap((path) => Object.values(path));
    expect([description.openapi, description.servers]).toEqual(['3.1.0', [{ url: temporaryOrigin }]]);
    expect(operations.map(({ operationId }) => operationId).toSorted()).toEqual(Object.keys(endpoints).toSorted());
  });

  test.each(Object.entries<Endpoint>(endpoints))('tells of %s what its declaration says', (_name, endpoint) => {
    const operation = operationOf(endpoint);
    const inPath = [...endpoint.path.matchAll(/:(\w+)/g)].map(([, name]) => name);
    expect(
      operation.parameters.filter((parameter) => parameter.in === 'path').map(({ name, required }) => [name, required]),
    ).toEqual(inPath.map((name) => [name, true]));
    expect(operation.security).toEqual(endpoint.who === 'anyone' ? [] : [{ session: [] }]);
    const keys = operation.parameters.filter(({ name }) => name === 'Idempotency-Key');
    expect(keys.map(({ required }) => required)).toEqual(
      endpoint.idempotent === undefined ? [] : [endpoint.idempotent === true],
    );
    const statuses = [endpoint.status, ...endpoint.errors.map((code) => errorCatalogue[code].status)].map(String);
    expect(Object.keys(operation.responses).toSorted()).toEqual([...new Set(statuses)].toSorted());
    if (endpoint.body !== undefined)
      expect(operation.requestBody?.content['application/json'].schema.additionalProperties).toBe(false);
  });
});

/** Every property of a schema that may hold a text, by its path. */
function textsOf(schema: unknown, path = ''): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { type, properties = {}, items, anyOf = [], oneOf = [], allOf = [] } = schema as Record<string, never>;
  const inner = [items, ...(anyOf as unknown[]), ...(oneOf as unknown[]), ...(allOf as unknown[])];
  return [
    ...([type].flat().includes('string' as never) ? [path] : []),
    ...Object.entries(properties).flatMap(([name, one]) => textsOf(one, `${path}.${name}`)),
    ...inner.flatMap((one) => textsOf(one, path)),
  ];
}

test('no answer has a place for a password, a secret or a token of Microsoft’s', () => {
  const answers = Object.values(description.paths).flatMap((path) =>
    Object.values(path).flatMap(({ operationId, responses }) =>
      Object.values(responses).flatMap((response) =>
        textsOf(response.content?.['application/json']?.schema, operationId),
      ),
    ),
  );
  expect(answers.length).toBeGreaterThan(100);
  expect(answers).toContain('readPassword.password.username');
  // When something was sealed may be told.
  const opens = (path: string) => /\.[^.]*(?:password|secret|token|credential|sealed)[^.]*(?<!At)$/i.test(path);
  expect(answers.filter(opens)).toEqual([]);
});

describe('the page', () => {
  test('loads nothing from anybody else, and may not', async () => {
    const page = await api.call('GET', '/docs');
    const html = await page.text();
    const loaded = [...html.matchAll(/(?:src|href|url)\s*[=:(]\s*["']?([^"'\s>)]+)/gi)].map(([, address]) => address);
    expect(loaded.filter((address) => /^(?:[a-z]+:)?\/\//i.test(address ?? ''))).toEqual([]);
    expect(html).not.toContain('cdn.');
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval|script-src[^;]*unsafe-inline/);
  });

  test('has a nonce of its own each time', async () => {
    const nonces = await Promise.all(
      [1, 2].map(
        async () =>
          /'nonce-([^']+)'/.exec((await api.call('GET', '/docs')).headers.get('content-security-policy') ?? '')?.[1],
      ),
    );
    expect(nonces[0]).toMatch(/^[\w-]{22}$/);
    expect(nonces[0]).not.toBe(nonces[1]);
  });

  test('has its script from us', async () => {
    const script = await api.call('GET', '/docs/reference.js');
    expect([script.status, script.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8']);
    expect(gunzipSync(Buffer.from(await script.arrayBuffer())).length).toBeGreaterThan(1_000_000);
  });
});
