import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diagnose } from './diagnose.ts';
import { longestPaste } from './longest-paste.ts';
import { pasteSamples } from './paste-samples.ts';
import { readPaste } from './read-paste.ts';
import { restate } from './restate.ts';

/** Pieces of which pastes are made, honest and hostile. */
const pieces = fc.constantFrom(
  'AADSTS',
  '65001',
  'AADSTS90094: ',
  'Correlation ID: ',
  'Request Id: ',
  'tenant=',
  'client_id=',
  'password: ',
  '2d9a4c57-8e10-4b6f-a3d2-7c5e9f01b246',
  'c41b7e02-95ad-4f38-b6c9-1e8d50a72300',
  '2026-11-25T08:41:07Z',
  '2026-13-99 99:99:99',
  'https://login.microsoftonline.com/contoso.example/oauth2',
  'fabrikam.onmicrosoft.com',
  '%25%32%35',
  '%ff%fe',
  '%E2%80%8B',
  '=3D',
  '=\r\n',
  '&#65;',
  '&#x1F600;',
  '&amp;amp;',
  '\\u0041',
  '\\ud800',
  '{"error":',
  '"error_codes":[',
  'invalid_grant',
  'Authorization_RequestDenied',
  'HTTP/1.1 403 ',
  '\u202E',
  '\u0000',
  '\uD800',
  '\n',
  '"',
  '}',
  '+',
  ' ',
);
const anyPaste = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.array(fc.oneof(pieces, fc.string({ maxLength: 12 })), { maxLength: 60 }).map((parts) => parts.join('')),
  fc
    .constantFrom(...pasteSamples.map(({ text }) => text))
    .chain((text) => fc.nat(text.length).map((cut) => text.slice(cut) + text.slice(0, cut))),
);

test('any text is read without a throw, and only known shapes come out', () => {
  fc.assert(
    fc.property(anyPaste, (text) => {
      const paste = readPaste(text);
      if (paste.state === 'refused') return;
      const { found } = paste;
      const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
      for (const id of [found.correlationId, found.requestId, found.tenantId, found.appId])
        if (id !== null) expect(id).toMatch(guid);
      for (const number of found.aadsts) expect(String(number)).toMatch(/^\d{4,8}$/);
      if (found.tenantDomain !== null) expect(found.tenantDomain).toMatch(/^[a-z0-9.-]{4,253}$/);
      if (found.timestamp !== null) expect(new Date(found.timestamp).toISOString()).toBe(found.timestamp);
      diagnose(found);
    }),
    { numRuns: 1000 },
  );
});

test('what was found, said again, reads the same', () => {
  fc.assert(
    fc.property(anyPaste, (text) => {
      const paste = readPaste(text);
      if (paste.state === 'read') expect(readPaste(restate(paste.found))).toEqual(paste);
    }),
    { numRuns: 1000 },
  );
});

const secretNames = fc.constantFrom(
  'refresh_token',
  'access_token',
  'client_secret',
  'password',
  'Password',
  'Passwort',
  'pwd',
  'secret value',
  'id_token',
  'client_assertion',
);
const separators = fc.constantFrom('=', ': ', '":"', ' = ', '%3D', '%3a%20', '=3D', '&quot;: &quot;');
/** Secrets of every shape that we look for elsewhere. */
const secrets = fc.oneof(
  fc.uuid(),
  fc.stringMatching(/^[A-Za-z0-9_~.-]{24,90}$/),
  fc.constantFrom(
    '1.AXoAkCocb6dLEU2aUgAAAAAAAQwSV3BSLzpLnT19HW8PTBIAAAA',
    'hunter2.onmicrosoft.com',
    'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln',
    '2027-01-01T00:00:00Z',
  ),
);

test('a secret in the text is in nothing that comes out', () => {
  const samples = fc.constantFrom('', ...pasteSamples.map(({ text }) => text));
  fc.assert(
    fc.property(samples, secretNames, separators, secrets, samples, (before, name, between, secret, after) => {
      const said = JSON.stringify(readPaste(`${before}\n${name}${between}${secret}\n${after}`)).toLowerCase();
      expect(said).not.toContain(secret.toLowerCase());
    }),
    { numRuns: 1000 },
  );
});

test('a secret whose beginning looks like the encoding of a mail is in nothing that comes out', () => {
  const secret = '80000000-0000-1000-8000-000000000000';
  for (const name of ['client_assertion', 'password', 'refresh_token']) {
    const said = JSON.stringify(readPaste(`${name}=${secret}\n<a href=3D"https://login.example">again</a>`));
    expect(said, name).not.toContain(secret);
  }
});

test('the canary is found where it is no secret', () => {
  const id = '2d9a4c57-8e10-4b6f-a3d2-7c5e9f01b246';
  expect(JSON.stringify(readPaste(`Correlation ID: ${id}`))).toContain(id);
});

const signInCode = '1.AXoAkCocb6dLEU2aUgAAAAAAAQwSV3BSLzpLnT19HW8PTBIAAAA.AgABBAIAAADW6jl31mB3T7ugrWTT8pFeAwDs_wUA9P';
const redirects = [
  `https://latchkey.northwindvoice.example/consent/callback?code=${signInCode}&state=abc&session_state=1`,
  `http://localhost:8400/?state=x&code=${signInCode}`,
  encodeURIComponent(`https://a.example/cb?code=${signInCode}`),
  encodeURIComponent(encodeURIComponent(`https://a.example/cb?code=${signInCode}`)),
  `<a href="https://a.example/?x=1&amp;code=${signInCode}">AADSTS65001</a>`,
  `code=${signInCode}&state=1`,
  `https://login.microsoftonline.com/common/oauth2/nativeclient#code=${signInCode}`,
  `{"code":"${signInCode}","error":"AADSTS65001"}`,
  `AADSTS65001 Correlation ID: 2d9a4c57-8e10-4b6f-a3d2-7c5e9f01b246 https://a.example/cb?code=M.C507_BAY.2.U.0a1b2c3d-aaaa`,
];

test.each(redirects)('the code of a sign-in is refused, with all around it: %s', (text) => {
  expect(readPaste(text)).toEqual({ state: 'refused' });
});

test('the code of a sign-in is refused wherever it stands', () => {
  fc.assert(
    fc.property(anyPaste, fc.constantFrom(...redirects), (text, redirect) => {
      fc.pre(text.length < 2000);
      expect(readPaste(`${redirect}\n${text}`)).toEqual({ state: 'refused' });
    }),
    { numRuns: 1000 },
  );
});

/** What makes a careless pattern go over the text again and again. */
const exhausting = [
  'a',
  ' ',
  '%25',
  '%',
  '\\',
  '=3D=\r\n',
  '&#38;',
  'AADSTS ',
  'code ',
  'code":"',
  'error_codes [',
  'password ',
  'a-',
  'a.',
  '//login.a',
  '00000000-',
  '2d9a4c57-8e10-4b6f-a3d2-7c5e9f01b246 ',
  'eyJaaaa.',
  'status ',
  'tenant = ',
  '<!doctype html ',
  '\uFDFA',
] as const;

test.each(exhausting)('64 kB of %j are read before anybody loses patience', { timeout: 10_000 }, (piece) => {
  // A pattern that backtracks takes minutes here; a linear one, milliseconds.
  expect(readPaste(piece.repeat(Math.ceil(longestPaste / piece.length)))).toHaveProperty('state');
});

test('what is longer than 64 kB is cut, not refused', () => {
  expect(readPaste(`AADSTS65001 ${'x'.repeat(10 * longestPaste)}`)).toMatchObject({ found: { aadsts: [65001] } });
});
