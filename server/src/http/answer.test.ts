import { Hono } from 'hono';
import * as z from 'zod/mini';
import { defineEndpoint } from '@latchkey/shared/api/endpoint';
import { en } from '@latchkey/shared/words/en';
import { expect, test } from 'vitest';
import { createLog } from '../log/log.ts';
import { answer } from './answer.ts';
import type { HttpEnvironment } from './context.ts';

const endpoint = defineEndpoint({
  method: 'GET',
  path: '/v1/sample',
  summary: 'A sample',
  who: 'anyone',
  response: z.strictObject({ id: z.string(), inner: z.strictObject({ name: z.string() }) }),
  status: 200,
  errors: ['internal'],
  audit: { none: 'reads' },
});
const declared = { id: 'one', inner: { name: 'Contoso' } };

async function sent(value: unknown) {
  const logged: string[] = [];
  const log = createLog('debug', { write: (line) => void logged.push(line) });
  const app = new Hono<HttpEnvironment>()
    .use(async (c, next) => {
      c.set('words', en);
      c.set('requestId', 'request-1');
      await next();
    })
    .get(endpoint.path, (c) => answer(log, endpoint, value, c));
  const response = await app.request(endpoint.path);
  return { status: response.status, text: await response.text(), logged: logged.join('') };
}

test('what is declared is sent', async () => {
  expect(await sent(declared)).toMatchObject({ status: 200, text: JSON.stringify(declared), logged: '' });
});

test.each([
  ['beside it', { ...declared, refreshToken: 'canary' }],
  ['inside it', { ...declared, inner: { name: 'Contoso', secret: 'canary' } }],
  ['in place of it', { id: 'one', inner: 'canary' }],
])('T50: what nobody declared, %s, is not sent, and its value is not logged', async (_where, value) => {
  const { status, text, logged } = await sent(value);
  expect(text).not.toContain('canary');
  expect(status).toBe(500);
  expect(logged).toContain('reply.malformed');
  expect(logged).not.toContain('canary');
});
