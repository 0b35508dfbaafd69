import { describe, expect, test } from 'vitest';
import type { Verdict } from '@latchkey/shared/validation/verdict';
import { connectionOf, customerOf, invitationOf, verdictOf } from '../../e2e/fake-api/samples.ts';
import { badgeOf, type ToolbarFacts } from './badge.ts';
import { toolbarSpeech } from './toolbar-words.ts';

const now = Date.now();
const minute = 60_000;
const yours = (count: number) => invitationOf(count, 'Fabrikam GmbH', { status: 'draft' });
const theirs = invitationOf(1, 'Tailspin Toys', { status: 'opened', startedAt: null });
const on = (change: Partial<Verdict>) => customerOf(1, 'Contoso Ltd', connectionOf(1, verdictOf(minute, change)));
const badge = (facts: Partial<ToolbarFacts>, at = now) =>
  badgeOf({ signedIn: true, pending: [], customer: null, moment: null, ...facts }, at, toolbarSpeech('en'));
const moment = (what: 'validating' | 'validated') =>
  ({ tabId: 1, what, customer: 'Contoso Ltd', until: now + 10_000 }) as const;
const soon = (days: number) =>
  on({
    verdict: 'degraded',
    cause: 'credential_expires',
    checks: [{ id: 'credential', result: 'warning', about: [new Date(now + days * 86_400_000 - 1000).toISOString()] }],
  });

describe('the badge', () => {
  test('says one thing, the most pressing first, and the whole sentence in the tooltip', () => {
    const pending = [yours(1), yours(2), yours(3), theirs];
    expect(
      [
        badge({ signedIn: false, pending, customer: on({ verdict: 'blocked' }) }),
        badge({ pending, customer: on({ verdict: 'working' }), moment: moment('validating') }),
        badge({ pending, customer: on({ verdict: 'action_needed' }), moment: moment('validated') }),
        badge({ pending, customer: on({ verdict: 'blocked' }) }),
        badge({ pending, customer: on({ verdict: 'working' }), moment: moment('validated') }),
        badge({ pending, customer: soon(9) }),
        badge({ pending: [yours(1)] }),
        badge({ pending: [theirs], customer: soon(9) }),
        badge({ customer: soon(1) }),
        badge({ customer: on({ verdict: 'degraded', cause: 'permission_surplus' }) }),
        badge({ customer: on({ verdict: 'settling' }) }),
        badge({ customer: on({ verdict: 'unreachable' }) }),
        badge({ customer: on({ verdict: 'working' }) }),
        badge({ pending: [theirs] }),
      ].map(({ text, title }) => [text, title]),
    ).toEqual([
      ['', 'Latchkey: sign in to see who must act'],
      ['…', 'Validating Contoso Ltd'],
      ['!', 'Contoso Ltd: action needed'],
      ['–', 'Contoso Ltd is blocked by a policy'],
      ['OK', 'Contoso Ltd works'],
      ['3', '3 invitations wait for you'],
      ['1', '1 invitation waits for you'],
      ['9d', 'Contoso Ltd works, for 9 more days'],
      ['1d', 'Contoso Ltd works, for 1 more day'],
      ['~', 'Contoso Ltd works, at risk'],
      ['…', 'Contoso Ltd: too early to say'],
      ['?', 'Not known whether Contoso Ltd works'],
      ['', 'Contoso Ltd works'],
      ['', 'Latchkey: nobody waits for you'],
    ]);
  });

  test('has three characters at most, however many wait and however long it lasts', () => {
    const many = Array.from({ length: 100 }, (_, index) => yours(index));
    expect([badge({ pending: many }).text, badge({ customer: soon(400) }).text]).toEqual(['99+', '99+']);
  });

  test('says OK for ten seconds, and never of what does not work', () => {
    const customer = on({ verdict: 'working' });
    expect(badge({ customer, moment: moment('validated') }, now + 9_999).text).toBe('OK');
    expect(badge({ customer, moment: moment('validated') }, now + 10_000).text).toBe('');
    for (const verdict of ['degraded', 'settling', 'action_needed', 'blocked', 'unreachable', 'unknown'] as const)
      expect(badge({ customer: on({ verdict }), moment: moment('validated') }).text).not.toBe('OK');
  });

  test('of a proof that is past its time is a question', () => {
    expect(badge({ customer: on({ verdict: 'working' }) }, now + 40 * 60 * minute).text).toBe('?');
  });
});
