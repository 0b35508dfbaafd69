import { expect, test } from 'vitest';
import { readAddress } from './address.ts';

test.each([
  ['https://latchkey.northwindvoice.example', 'https://latchkey.northwindvoice.example'],
  ['  https://latchkey.northwindvoice.example/v1/?x#y ', 'https://latchkey.northwindvoice.example'],
  ['http://127.0.0.1:8787/', 'http://127.0.0.1:8787'],
  ['http://localhost:8787', 'http://localhost:8787'],
])('%s is the address %s', (typed, origin) => {
  expect(readAddress(typed)).toEqual({ ok: true, value: origin });
});

test.each([
  ['http://latchkey.northwindvoice.example', 'insecure'],
  ['http://127.0.0.1.evil.example', 'insecure'],
  ['https://user:secret@latchkey.example', 'invalid'],
  ['javascript:alert(1)', 'invalid'],
  ['data:text/html,x', 'invalid'],
  ['latchkey', 'invalid'],
  ['', 'invalid'],
])('%s is refused as %s', (typed, code) => {
  expect(readAddress(typed)).toEqual({ ok: false, error: { code } });
});
