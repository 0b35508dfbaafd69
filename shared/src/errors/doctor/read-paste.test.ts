import { expect, test } from 'vitest';
import { diagnose } from './diagnose.ts';
import { pasteSamples } from './paste-samples.ts';
import { readPaste } from './read-paste.ts';

const nothing = {
  aadsts: [],
  graph: null,
  oauthError: null,
  suberror: null,
  transport: null,
  status: null,
  correlationId: null,
  requestId: null,
  timestamp: null,
  tenantId: null,
  tenantDomain: null,
  appId: null,
};

test.each(pasteSamples)('$name is read', ({ text, found, diagnosis }) => {
  const paste = readPaste(text);
  if (paste.state !== 'read') throw new Error('it was refused');
  expect(paste.found).toMatchObject(found);
  const told = diagnose(paste.found);
  expect(told === undefined ? null : `${told.source} ${told.key}`).toBe(diagnosis);
});

test.each(['', 'hello', '42', '{}', 'Everything works, thank you.', '12345678-1234'])(
  'in %j nothing is found',
  (text) => {
    expect(readPaste(text)).toEqual({ state: 'read', found: nothing });
  },
);

test('an address with the code of a sign-in is not read, and nothing of it comes out', () => {
  const text = 'AADSTS65001 https://a.example/cb?code=1.AXoAkCocb6dLEU2aUgAAAAAAAQwSV3BSLzpLnT19HW8PTBIAAAA&state=1';
  expect(readPaste(text)).toEqual({ state: 'refused' });
});

test('a secret is not taken for the id that it looks like', () => {
  const secret = '2d9a4c57-8e10-4b6f-a3d2-7c5e9f01b246';
  expect(readPaste(`Correlation client_secret=${secret}\nTenant password: ${secret}`)).toEqual({
    state: 'read',
    found: nothing,
  });
});
