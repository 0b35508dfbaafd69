import { expect, test } from 'vitest';
import { confirmWalk } from './confirm-walk.ts';
import { claimOf, left, withEvidence, withRequests, withRow, withStep, type Left } from './fixture/left.ts';

const checked = ({ evidence, records }: Left) => confirmWalk(evidence, records);
const someoneElse = '11111111-1111-4111-8111-111111111111';
const nine = left('nine-steps');
const declined = left('declined');
const upstream = (step: number) => ({ upstream: claimOf(nine, step).upstream });
const permissionsOf = (step: number) => claimOf(nine, step).permissions ?? [];

test('a whole walk is confirmed whole', () => {
  expect(checked(nine)).toEqual({
    exitCode: 0,
    lines: ['9 of 9 steps confirmed (audit rows: 9, request ids: 9, tenants: 9, accounts: 2, permissions: 15)'],
  });
});

test('a walk that stopped is confirmed as far as it came, and says why it came no farther', () => {
  const { exitCode, lines } = checked(declined);
  expect(exitCode).toBe(2);
  expect(lines).toEqual([
    '5 of 9 steps confirmed (audit rows: 5, request ids: 5, tenants: 5, accounts: 1, permissions: 0)',
    expect.stringMatching(/^the walk stopped at step 6 \(nothing was consented\); situation northwind-declined/),
  ]);
});

test('where Microsoft kept the administrator, a start without an answer is confirmed', () => {
  const kept = withEvidence(declined, {
    steps: declined.evidence.steps.slice(0, 4),
    stopped: { step: 5, why: 'no answer came back' },
    outcome: 'situation northwind-declined: stopped at step 5, status ready, owner customer',
  });
  const rows = kept.records.rows.filter(({ seq }) => seq <= claimOf(kept, 4).audit);
  const { exitCode, lines } = checked({ ...kept, records: { ...kept.records, rows } });
  expect(lines[0]).toMatch(/^4 of 9 steps confirmed/);
  expect(exitCode).toBe(2);
});

test.each<readonly [string, RegExp, Left]>([
  ['another audit row', /step 6: audit row 10 is invitation\.consented/, withStep(nine, 6, { audit: 10 })],
  ['an audit row that is not there', /step 6: audit row 99 is not there/, withStep(nine, 6, { audit: 99 })],
  [
    'another action',
    /step 9: audit row \d+ is connection\.validated/,
    withStep(nine, 9, { action: 'permissions.checked' }),
  ],
  ['a request id that nobody knows', /step 9: .*no such request/, withStep(nine, 9, { upstream: someoneElse })],
  ['in step 1 the request id of step 3', /step 1: audit row \d+ does not stand on/, withStep(nine, 1, upstream(3))],
  ['in step 6 the request id of step 8', /step 6: audit row \d+ does not stand on/, withStep(nine, 6, upstream(8))],
  ['in step 9 the request id of step 7', /step 9: audit row \d+ does not stand on/, withStep(nine, 9, upstream(7))],
  ['in step 7 the request id of step 9', /step 7: audit row \d+ does not stand on/, withStep(nine, 7, upstream(9))],
  ['in step 9 the request id of step 8', /step 9: .*no such request/, withStep(nine, 9, upstream(8))],
  [
    'in step 4 the operator’s own sign-in',
    /step 4: .*not between the start and its answer/,
    withStep(nine, 4, {
      upstream: nine.records.requests.find(({ path }) => path.endsWith('/authorize'))?.requestId,
    }),
  ],
  [
    'no permission anywhere',
    /step 6: audit row \d+ found Organization\.Read\.All, which is not claimed/,
    [6, 8, 9].reduce((from, step) => withStep(from, step, { permissions: undefined }), nine),
  ],
  ...[6, 8, 9].map(
    (step) =>
      [
        `one permission less in step ${step}`,
        new RegExp(`step ${step}: .*which is not claimed`),
        withStep(nine, step, { permissions: permissionsOf(step).slice(1) }),
      ] as const,
  ),
  [
    'a permission more',
    /step 8: Mail\.Read is not granted .*never answered/,
    withStep(nine, 8, { permissions: [...permissionsOf(8), 'Mail.Read'] }),
  ],
  [
    'a permission twice',
    /step 8: a permission is claimed twice/,
    withStep(nine, 8, { permissions: [...permissionsOf(8), permissionsOf(8)[0]] }),
  ],
  ['no account in step 5', /step 5: .*claimed nobody/, withStep(nine, 5, { account: undefined })],
  ['another account in step 5', /step 5: .*claimed eve@/, withStep(nine, 5, { account: 'eve@contoso.com' })],
  ['no account in step 8', /step 8: .*claimed nobody/, withStep(nine, 8, { account: undefined })],
  ['another account in step 8', /step 8: .*claimed eve@/, withStep(nine, 8, { account: 'eve@contoso.com' })],
  ['another tenant in a step', /step 3: tenant .* is claimed/, withStep(nine, 3, { tenantId: someoneElse })],
  [
    'another tenant everywhere',
    /step 1: audit row \d+ is about tenant/,
    withEvidence(nine, {
      tenantId: someoneElse,
      steps: nine.evidence.steps.map((claim) => ({ ...claim, tenantId: someoneElse })),
    }),
  ],
  ['a step missing at the end', /8 steps are claimed/, withEvidence(nine, { steps: nine.evidence.steps.slice(0, 8) })],
  [
    'a step missing within',
    /not one after the other/,
    withEvidence(nine, { steps: nine.evidence.steps.toSpliced(3, 1) }),
  ],
  ['no step', /not one after the other/, withEvidence(nine, { steps: [], outcome: '0 of 9 steps proved' })],
  [
    'a step twice',
    /the audit rows are not one after the other/,
    withEvidence(nine, { steps: nine.evidence.steps.toSpliced(8, 1, { ...claimOf(nine, 8), step: 9 }) }),
  ],
  ['another outcome', /“0 of 9 steps proved”/, withEvidence(nine, { outcome: '0 of 9 steps proved' })],
  ['a method that nobody knows', /step 1: audit row/, withEvidence(nine, { method: 'pigeon' })],
])('the walk claims %s: not confirmed', (_what, fault, claimed) => {
  const { exitCode, lines } = checked(claimed);
  expect(lines.join('\n')).toMatch(fault);
  expect(exitCode).toBe(1);
});

const finding = (seq: number, found: string) =>
  withRow(nine, seq, (row) => ({
    ...row,
    details: {
      ...row.details,
      permissions: (row.details.permissions ?? []).map((line) =>
        line.value === 'Organization.Read.All' ? { ...line, finding: found } : line,
      ),
    },
  }));

test.each<readonly [string, RegExp, Left]>([
  [
    'the server found a required permission missing',
    /step 6: .*does not find granted Organ/,
    finding(claimOf(nine, 6).audit, 'missing'),
  ],
  ['the server calls it surplus', /step 9: .*does not find granted Organ/, finding(claimOf(nine, 9).audit, 'surplus')],
  [
    'the server did not say that it works',
    /step 9: audit row \d+ says unknown, by token/,
    withRow(nine, claimOf(nine, 9).audit, (row) => ({
      ...row,
      details: { ...row.details, verdict: 'unknown', evidence: 'token' },
    })),
  ],
  [
    'a row is about another invitation',
    /not of one invitation/,
    withRow(nine, claimOf(nine, 7).audit, (row) => ({ ...row, invitationId: 'inv_other' })),
  ],
  [
    'the practice tenant refused the request',
    /step 5: .*no such request/,
    withRequests(nine, (request) =>
      request.requestId === claimOf(nine, 5).upstream ? { ...request, status: 400 } : request,
    ),
  ],
  [
    'the grants were one person’s',
    /step 6: offline_access is granted by audit row \d+, never answered/,
    withRequests(nine, ({ upstreamPermissions = [], ...request }) => ({
      ...request,
      upstreamPermissions: upstreamPermissions.map((one) => ({ ...one, consentType: 'Principal' })),
    })),
  ],
  [
    'nobody opened the portal',
    /step 8: the account is .*, nobody/,
    withRequests(nine, (request) => (request.service === 'portal' ? { ...request, status: 401 } : request)),
  ],
  [
    'the connection is somebody else’s',
    /step 5: the account is .*eve@contoso\.com/,
    { ...nine, records: { ...nine.records, connectedAs: 'eve@contoso.com' } },
  ],
  [
    'somebody else declined',
    /step 5: the account is .*eve@northwindtraders\.com/,
    withRequests(declined, (request) =>
      request.path.endsWith('/sign-in/consent') ? { ...request, account: 'eve@northwindtraders.com' } : request,
    ),
  ],
  ['who declined is not named', /step 5: .*claimed nobody/, withStep(declined, 5, { account: undefined })],
  [
    'who declined is proved by the request of step 4',
    /step 5: .*no such request/,
    withStep(declined, 5, { upstream: claimOf(declined, 4).upstream }),
  ],
  ['a stopped walk does not say so', /5 steps are claimed/, withEvidence(declined, { stopped: null })],
])('%s: not confirmed', (_what, fault, found) => {
  const { exitCode, lines } = checked(found);
  expect(lines.join('\n')).toMatch(fault);
  expect(exitCode).toBe(1);
});

/** The same walk by the known password, as far as its third step differs. */
const typed = (change: Partial<Left['records']> = {}): Left => {
  const { audit, tenantId } = claimOf(nine, 3);
  const row = { action: 'password.sealed', upstream: 'none', audit, tenantId };
  const sealed = withRow(withStep(nine, 3, row), audit, (before) => ({ ...before, action: 'password.sealed' }));
  const { evidence, records } = withEvidence(sealed, { method: 'known-password' });
  const typedPassword = { files: [], control: ['data/latchkey.db-wal'] };
  return { evidence, records: { ...records, sealedPassword: 'a.b.c.d.e', typedPassword, ...change } };
};

test('a password that was typed, sealed and left nowhere is confirmed', () => {
  const { exitCode, lines } = checked(typed());
  expect(lines[0]).toMatch(/^9 of 9 steps confirmed/);
  expect(exitCode).toBe(0);
});

test.each<readonly [string, RegExp, Partial<Left['records']>]>([
  [
    'it stands in the log of the database',
    /step 3: the typed password stands in data\/latchkey\.db-wal/,
    { typedPassword: { files: ['data/latchkey.db-wal'], control: ['data/latchkey.db'] } },
  ],
  [
    'it stands in the browser’s profile',
    /step 3: the typed password stands in operator\/profile\/Preferences/,
    { typedPassword: { files: ['operator/profile/Preferences'], control: ['data/latchkey.db'] } },
  ],
  [
    'the search is blind',
    /step 3: the search does not find the account’s name/,
    { typedPassword: { files: [], control: ['api.log'] } },
  ],
  ['nobody searched', /step 3: the typed password stands in files that nobody searched/, { typedPassword: undefined }],
  ['none is kept', /step 3: no sealed password is kept/, { sealedPassword: undefined }],
  ['what is kept is the password', /step 3: no sealed password is kept/, { sealedPassword: 'Typed-by-hand' }],
])('a typed password, and %s: not confirmed', (_what, fault, change) => {
  const { exitCode, lines } = checked(typed(change));
  expect(lines.join('\n')).toMatch(fault);
  expect(exitCode).toBe(1);
});
