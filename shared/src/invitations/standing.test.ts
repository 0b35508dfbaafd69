import { describe, expect, test } from 'vitest';
import { answerDueMs, standingOf, type StandingFacts } from './standing.ts';
import { invitationStatuses, move, type InvitationStatus } from './status.ts';

const since = '2026-11-02T09:00:00.000Z';
const facts = (change: Partial<StandingFacts> = {}): StandingFacts => ({
  status: 'ready',
  statusSince: since,
  startedAt: null,
  expiresAt: '2026-11-16T09:00:00.000Z',
  verdict: null,
  cause: null,
  ...change,
});
const at = (text: string): number => Date.parse(text);
const soon = at('2026-11-02T09:01:00.000Z');

test('every status with who must act, and what to do', () => {
  const rows = invitationStatuses.map((status) => {
    const { owner, nextAction, tone } = standingOf(facts({ status }), soon);
    return `${status}: ${owner}, ${nextAction}, ${tone}`;
  });
  expect(`\n${rows.join('\n')}\n`).toMatchInlineSnapshot(`
    "
    draft: provider, choose_method, action
    ready: provider, copy_link, unknown
    email_sent: customer, copy_link, unknown
    email_failed: provider, copy_link, degraded
    opened: customer, copy_link, unknown
    signed_in: customer, copy_link, unknown
    approval_requested: customer, copy_link, unknown
    declined: customer, copy_link, action
    wrong_tenant: customer, copy_link, action
    not_allowed: customer, copy_link, action
    consented: provider, validate, degraded
    authentication_complete: provider, add, working
    onboarded: nobody, none, working
    expired: provider, renew, action
    cancelled: nobody, none, unknown
    superseded: nobody, none, unknown
    "
  `);
});

describe('a copied link', () => {
  const linkCopiedAt = '2026-11-02T09:30:00.000Z';

  test('is with the customer since it was copied, though nothing was mailed', () => {
    expect(standingOf(facts({ linkCopiedAt }), soon)).toEqual({
      key: 'link_copied',
      owner: 'customer',
      since: linkCopiedAt,
      nextAction: 'copy_link',
      tone: 'unknown',
    });
    expect(standingOf(facts({ linkCopiedAt: null }), soon)).toMatchObject({ key: 'ready', owner: 'provider', since });
  });

  test.each(invitationStatuses.filter((status) => status !== 'ready'))('changes nothing of %s', (status) => {
    for (const now of [soon, at('2026-11-16T09:00:00.000Z')])
      expect(standingOf(facts({ status, linkCopiedAt }), now)).toEqual(standingOf(facts({ status }), now));
  });
});

describe('silence after Start', () => {
  const started = facts({ status: 'opened', startedAt: '2026-11-02T10:00:00.000Z' });
  const due = at('2026-11-02T10:00:00.000Z') + answerDueMs;

  test('is not a state of its own before five minutes', () => {
    expect(standingOf(started, due - 1).key).toBe('opened');
  });

  test('is from then on, since Start', () => {
    expect(standingOf(started, due)).toMatchObject({ key: 'no_answer', since: '2026-11-02T10:00:00.000Z' });
  });

  test('is not said of an invitation that nobody started, or that was answered', () => {
    expect(standingOf(facts({ status: 'opened' }), due).key).toBe('opened');
    expect(standingOf({ ...started, status: 'declined' }, due).key).toBe('declined');
  });
});

describe('expiry', () => {
  const after = at('2026-11-16T09:00:00.000Z');

  test.each(invitationStatuses)('%s past its time reads as the table of moves allows', (status: InvitationStatus) => {
    const { key } = standingOf(facts({ status }), after);
    const ends = move(status, 'expire') !== undefined || status === 'expired';
    expect(key).toBe(ends ? 'expired' : status);
  });

  test('is since its moment, whenever it was put on record, and since the customer asked for a new one where that is so', () => {
    const { expiresAt } = facts();
    const late = facts({ status: 'expired', statusSince: '2026-11-18T09:00:00.000Z' });
    for (const gone of [facts({ status: 'opened', startedAt: since }), late]) {
      expect(standingOf(gone, after)).toMatchObject({ key: 'expired', since: expiresAt });
      const askedAt = '2026-11-17T10:00:00.000Z';
      const asked = { key: 'new_one_asked', owner: 'provider', nextAction: 'renew', since: askedAt };
      expect(standingOf({ ...gone, askedAt }, after)).toMatchObject(asked);
    }
  });

  test('goes before silence', () => {
    expect(standingOf(facts({ status: 'opened', startedAt: since }), after).key).toBe('expired');
  });

  test('goes before a link that was copied', () => {
    expect(standingOf(facts({ linkCopiedAt: since }), after - 1).key).toBe('link_copied');
    expect(standingOf(facts({ linkCopiedAt: since }), after).key).toBe('expired');
  });

  test('has not come a millisecond earlier', () => {
    expect(standingOf(facts({ status: 'ready' }), after - 1).key).toBe('ready');
  });
});

describe('a consent', () => {
  test('that settles waits for Microsoft', () => {
    expect(standingOf(facts({ status: 'consented', verdict: 'settling', cause: 'propagation' }), soon)).toMatchObject({
      key: 'settling',
      owner: 'microsoft',
    });
  });

  test('without the box waits for the customer', () => {
    const boxLeft = facts({ status: 'consented', verdict: 'action_needed', cause: 'permission_one_person' });
    expect(standingOf(boxLeft, soon)).toMatchObject({ key: 'box_not_ticked', owner: 'customer' });
  });

  test('is never drawn as working before it is proved', () => {
    for (const verdict of ['working', 'degraded', 'settling', 'unknown', null])
      expect(standingOf(facts({ status: 'consented', verdict }), soon).tone).not.toBe('working');
  });
});
