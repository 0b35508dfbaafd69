import * as z from 'zod/mini';
import type { Endpoint } from '@latchkey/shared/api/endpoint';
import { endpoints } from '@latchkey/shared/api/endpoints';
import { errorCatalogue } from '@latchkey/shared/errors/catalogue';
import { Problem } from '@latchkey/shared/errors/problem';

type Json = Record<string, unknown>;

/** The API as OpenAPI 3.1, made of the very declarations that the server mounts. */
export function describeApi(about: {
  readonly title: string;
  readonly version: string;
  readonly publicUrl: string;
}): Json {
  return {
    openapi: '3.1.0',
    info: { title: about.title, version: about.version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: about.publicUrl }],
    components: {
      securitySchemes: { session: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: schemaOf(Problem, 'output') },
    },
    paths: pathsOf(Object.entries(endpoints)),
  };
}

function pathsOf(named: readonly (readonly [string, Endpoint])[]): Json {
  const paths: Record<string, Json> = {};
  for (const [name, endpoint] of named) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operationOf(name, endpoint) };
  }
  return paths;
}

const operationOf = (name: string, endpoint: Endpoint): Json => ({
  operationId: name,
  summary: endpoint.summary,
  tags: [endpoint.path.split('/')[2] ?? 'api'],
  'x-who': endpoint.who,
  'x-audit': endpoint.audit,
  security: endpoint.who === 'anyone' ? [] : [{ session: [] }],
  parameters: [
    ...parametersOf(endpoint.params, 'path'),
    ...parametersOf(endpoint.query, 'query'),
    ...(endpoint.idempotent === undefined ? [] : [idempotencyKey(endpoint.idempotent === true)]),
  ],
  ...(endpoint.body !== undefined && {
    requestBody: {
      required: !endpoint.body.safeParse(undefined).success,
      content: { 'application/json': { schema: schemaOf(endpoint.body, 'input') } },
    },
  }),
  responses: { [endpoint.status]: goodAnswer(endpoint), ...problemsOf(endpoint) },
});

const idempotencyKey = (required: boolean): Json => ({
  name: 'Idempotency-Key',
  in: 'header',
  required,
  schema: { type: 'string', minLength: 16, maxLength: 128 },
});

function parametersOf(schema: z.ZodMiniType | undefined, place: 'path' | 'query'): readonly Json[] {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as { properties?: Json; required?: string[] };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: required.includes(name),
    schema: property,
  }));
}

function goodAnswer({ response, summary }: Endpoint): Json {
  if (response === 'nothing') return { description: summary };
  if (response === 'event-stream')
    return { description: summary, content: { 'text/event-stream': { schema: { type: 'string' } } } };
  return { description: summary, content: { 'application/json': { schema: schemaOf(response, 'output') } } };
}

/** One answer for each status, naming the codes behind it. */
function problemsOf({ errors }: Endpoint): Json {
  const byStatus = Map.groupBy(errors, (code) => errorCatalogue[code].status);
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [status, { description: codes.join(', '), content }]),
  );
}

/** A part that JSON Schema cannot say (a transformed value) is described by what is taken in. */
function schemaOf(schema: z.ZodMiniType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io,
    unrepresentable: 'any',
  }) as Json;
  return rest;
}
