import { expect, test } from 'vitest';
import fc from 'fast-check';
import { createLog, describeFault } from './log.ts';
import { scrub } from './scrub.ts';

function logged(write: (log: ReturnType<typeof createLog>) => void): string[] {
  const lines: string[] = [];
  write(createLog('debug', { write: (line) => void lines.push(line) }));
  return lines;
}

test('an event is one line with the fields of its list', () => {
  const [line = ''] = logged((log) => log.event('server.listening', { address: '127.0.0.1:8787', version: '0.1.0' }));
  expect(JSON.parse(line)).toMatchObject({ event: 'server.listening', address: '127.0.0.1:8787', version: '0.1.0' });
});

test('a field that is not listed is not written, whatever it is called', () => {
  const fields = { requestId: 'r1', password: 'canary', body: { refresh_token: 'canary' }, status: 'canary' } as object;
  const lines = logged((log) => log.event('request.done', fields));
  expect(lines.join()).not.toContain('canary');
  expect(lines.join()).toContain('r1');
});

test('a name with line breaks stays on one line', () => {
  const lines = logged((log) => log.event('work.failed', { subject: 'a\r\n{"level":60}\u2028\u202eb' }));
  expect(lines).toHaveLength(1);
  expect(lines[0]?.trimEnd()).not.toMatch(/[\r\n\u2028\u202e]/);
});

test.each([
  'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl',
  'eyJhbGciOiJSUzI1NiJ9',
  'eyJhbGciOiJSUzI1NiJ9.',
  '0.AXYAabcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnopqrstuvwxyz',
  'code=M.C5_BAY.2.U.abc',
  'https://x.example/callback?code=short&state=s',
  'client_secret=abc',
  'A'.repeat(43),
])('what looks like a token is taken out: %s', (token) => {
  expect(scrub(`before ${token} after`)).toContain('[scrubbed]');
  expect(scrub(`before ${token} after`)).not.toContain(token);
});

test.each(['inv_0123456789abcdefghjkmnpqrs', '7c1a2b3c-0000-4000-8000-00000000a001', 'invitations/advance.ts:12:3'])(
  '%s is no token and stays',
  (text) => {
    expect(scrub(text)).toBe(text);
  },
);

test('whatever comes, a logged text is short and on one line', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), (text) => {
      expect(scrub(text).length).toBeLessThanOrEqual(1_000);
      expect(scrub(text)).not.toMatch(/[\r\n\0]/);
    }),
  );
});

test('a fault is told by its kind and its place, never by its message', () => {
  const described = describeFault(new TypeError('canary in the message'));
  expect(described.error).toBe('TypeError');
  expect(JSON.stringify(described)).not.toContain('canary');
  expect(describeFault('canary')).toEqual({ error: 'string', where: '' });
});
