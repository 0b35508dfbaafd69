import { parseAst } from 'vite';
import { expect, test } from 'vitest';
import { withoutServerParts } from './endpoints-for-clients.ts';

const cut = (code: string): string => withoutServerParts(code, parseAst(code));
const squeezed = (code: string): string => code.replaceAll(/\s+/g, ' ');

const code = `export const readThing = defineEndpoint({
  method: 'GET',
  path: '/v1/things/:thingId',
  summary: 'One thing',
  who: operatorRoles,
  params: z.strictObject({ thingId: ThingId }),
  response: z.strictObject({ summary: z.string(), errors: z.array(z.string()) }),
  status: 200,
  errors: [...operatorErrors, 'thing_not_found'],
  audit: { none: 'reading' },
});
export const other = describe({ summary: 'kept' });
`;

test('a client keeps how an endpoint is called and what it answers, whole', () => {
  expect(squeezed(cut(code))).toBe(
    squeezed(`export const readThing = defineEndpoint({ method: 'GET', path: '/v1/things/:thingId',
      response: z.strictObject({ summary: z.string(), errors: z.array(z.string()) }), status: 200, });
      export const other = describe({ summary: 'kept' }); `),
  );
});

test('everything that stays, stays where it was', () => {
  const lines = cut(code).split('\n');
  expect(lines.indexOf('  status: 200,')).toBe(code.split('\n').indexOf('  status: 200,'));
  expect(cut(code)).toHaveLength(code.length);
});

test('a last part without a comma behind it goes as well', () => {
  expect(squeezed(cut("defineEndpoint({ method: 'GET', audit: { none: 'x' } })"))).toBe(
    "defineEndpoint({ method: 'GET', })",
  );
});
