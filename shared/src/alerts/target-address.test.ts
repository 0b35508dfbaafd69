import { describe, expect, test } from 'vitest';
import { isMailTarget, mailAddressOf, shownTarget, targetOf } from './target-address.ts';

describe('a mail address', () => {
  test.each(['ops@northwindvoice.example', "o'neill+night.desk@sub-1.northwindvoice.example"])(
    '%s is one',
    (address) => {
      expect(targetOf(` ${address} `)).toBe(`mailto:${address}`);
      expect(mailAddressOf(`mailto:${address}`)).toBe(address);
      expect(shownTarget(`mailto:${address}`)).toBe(address);
    },
  );

  test('has a domain without regard to case', () => {
    expect(mailAddressOf('mailto:Ops@Northwindvoice.Example')).toBe('Ops@northwindvoice.example');
  });

  test.each([
    'ops@northwindvoice.example?bcc=spy@evil.example',
    'ops@northwindvoice.example,spy@evil.example',
    'ops@northwindvoice.example;spy@evil.example',
    'ops@northwindvoice.example\r\nBcc: spy@evil.example',
    'ops@northwindvoice.example\n',
    'ops@northwindvoice.example%0d%0aBcc:spy@evil.example',
    'Ops <ops@northwindvoice.example>',
    '"ops spy@evil.example"@northwindvoice.example',
    'ops@[127.0.0.1]',
    'ops@localhost',
    '.ops@northwindvoice.example',
    `ops@${'long.'.repeat(60)}example`,
    'ops',
    '',
  ])('%j is none', (text) => {
    expect(mailAddressOf(`mailto:${text}`)).toBeUndefined();
  });
});

test('what is no mail address stays what it is', () => {
  const address = 'https://hooks.northwindvoice.example/latchkey';
  expect([targetOf(address), shownTarget(address), isMailTarget(address)]).toEqual([address, address, false]);
  expect(targetOf('https://user@hooks.northwindvoice.example')).toBe('https://user@hooks.northwindvoice.example');
  expect(isMailTarget('MAILTO:ops')).toBe(true);
});
