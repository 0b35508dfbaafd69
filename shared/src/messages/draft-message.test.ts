import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { standingOf, type Owner, type StandingKey } from '../invitations/standing.ts';
import { invitationStatuses } from '../invitations/status-names.ts';
import { Cause } from '../validation/verdict.ts';
import { causes } from '../words/en/causes.ts';
import { messages } from '../words/en/messages.ts';
import { causes as customerCauses } from '../words/en/page-causes.ts';
import { draftMessage, mailtoOf, type LetterFacts, type Reason } from './draft-message.ts';

const words = { messages, causes, customerCauses };
const correlationId = '2d9a4c57-8e10-4b6f-a3d2-7c5e9f01b246';
const facts: LetterFacts = {
  to: 'customer',
  customer: 'Contoso Ltd',
  provider: 'Northwind Voice',
  sender: 'Ada Berg',
  link: 'https://entra.microsoft.com/6f1c2a90-4b7e-4d11-9a52-000000000001/#view/x',
  code: 'AADSTS53003',
  correlationId,
  requestId: null,
  at: '2026-11-25T11:30:02.118Z',
};
const whoActs: readonly Exclude<Owner, 'nobody'>[] = ['customer', 'provider', 'microsoft'];
const reasons: readonly Reason[] = [
  ...(Object.keys(messages.statuses) as StandingKey[]).map((key) => ({ kind: 'status', key }) as const),
  ...Cause.options.map((cause) => ({ kind: 'cause', cause }) as const),
  { kind: 'told', title: 'A title.', nextStep: 'A step.' },
];

describe.each(whoActs)('to %s', (to) => {
  test.each(reasons.map((reason) => [JSON.stringify(reason), reason] as const))('%s', (_name, reason) => {
    const letter = draftMessage(reason, { ...facts, to }, words)!;
    expect(letter.to).toBe(to);
    expect(letter.body).toContain(correlationId);
    expect(letter.body).toContain(facts.link);
    expect(letter.body).toContain('2026-11-25 11:30:02 UTC');
    expect(`${letter.subject}${letter.body}`).not.toMatch(/\{\w+\}|undefined/);
    expect(letter.body.length).toBeLessThan(900);
    expect(letter.body).not.toMatch(/(disable|turn off|switch off)[^.]*MFA/i);
  });
});

test('a letter, whole', () => {
  const letter = draftMessage({ kind: 'cause', cause: 'conditional_access' }, facts, words)!;
  expect(`${letter.subject}\n---\n${letter.body}`).toMatchInlineSnapshot(`
    "Northwind Voice for Contoso Ltd: one thing to do
    ---
    Hello,

    A Conditional Access policy of Contoso Ltd blocks our app.
    Look up the correlation id in the Entra sign-in log, see which policy it was, and let the app pass.

    This concerns Contoso Ltd and the access that Northwind Voice has there.

    Where: https://entra.microsoft.com/6f1c2a90-4b7e-4d11-9a52-000000000001/#view/x

    For whoever looks it up:
    Microsoft’s code: AADSTS53003
    Correlation id: 2d9a4c57-8e10-4b6f-a3d2-7c5e9f01b246
    Time: 2026-11-25 11:30:02 UTC

    Kind regards
    Ada Berg, Northwind Voice"
  `);
});

test('no sentence ends with a name, which may end with a full stop of its own', () => {
  const sentences = JSON.stringify(messages);
  expect(sentences).not.toMatch(/\{(customer|provider)\}\./);
});

test('where nobody must act there is nothing to send', () => {
  expect(draftMessage({ kind: 'cause', cause: 'all_proved' }, { ...facts, to: 'nobody' }, words)).toBeUndefined();
});

test('every pending invitation has a letter to whoever must act', () => {
  for (const status of invitationStatuses.filter((one) => !['onboarded', 'cancelled', 'superseded'].includes(one))) {
    const at = '2026-11-25T08:00:00.000Z';
    const { key, owner } = standingOf(
      { status, statusSince: at, startedAt: at, expiresAt: '2026-12-25T08:00:00.000Z', verdict: null, cause: null },
      Date.parse('2026-11-25T09:00:00.000Z'),
    );
    expect(draftMessage({ kind: 'status', key }, { ...facts, to: owner }, words)?.to, status).toBe(owner);
  }
});

test('a name writes no line and no receiver of its own, and everything comes out of the address as it went in', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (customer, provider) => {
      const hostile = `${customer}\r\nBcc: x@evil.example&bcc=x@evil.example${provider}`;
      const letter = draftMessage({ kind: 'status', key: 'opened' }, { ...facts, customer: hostile }, words)!;
      expect(letter.subject).not.toMatch(/[\r\n]/);
      const address = mailtoOf(letter);
      expect(address).toMatch(/^mailto:\?subject=[^&?#\s]*&body=[^&?#\s]*$/);
      const query = new URLSearchParams(address.slice('mailto:?'.length));
      expect([...query.keys()]).toEqual(['subject', 'body']);
    }),
  );
});
