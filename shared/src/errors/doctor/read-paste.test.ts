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
