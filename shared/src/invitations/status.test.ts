import { describe, expect, test } from 'vitest';
import {
  invitationStatuses,
  move,
  pendingStatuses,
  startableStatuses,
  type InvitationEvent,
  type InvitationStatus,
} from './status.ts';

const events: readonly InvitationEvent[] = [
  'choose_method',
  'send',
  'send_failed',
  'start',
  'sign_in',
  'request_approval',
  'consent',
  'prove',
  'onboard',
  'decline',
  'mismatch_tenant',
  'refuse',
  'cancel',
  'expire',
  'supersede',
  'renew',
  'renew_draft',
];

test('the whole table: every status with every event, and what it leads to', () => {
  const line = (status: InvitationStatus) => {
    const legal = events.filter((event) => move(status, event) !== undefined);
    const refused = events.filter((event) => move(status, event) === undefined);
    const moves = legal.map((event) => `${event} → ${move(status, event)}`);
    return `${status}\n  ${moves.join(', ') || 'nothing'}\n  refused: ${refused.join(', ')}`;
  };
  expect(`\n${invitationStatuses.map(line).join('\n')}\n`).toMatchInlineSnapshot(`
    "
    draft
      choose_method → ready, cancel → cancelled, expire → expired, renew_draft → draft
      refused: send, send_failed, start, sign_in, request_approval, consent, prove, onboard, decline, mismatch_tenant, refuse, supersede, renew
    ready
      send → email_sent, send_failed → email_failed, start → opened, cancel → cancelled, expire → expired, supersede → superseded, renew → ready
      refused: choose_method, sign_in, request_approval, consent, prove, onboard, decline, mismatch_tenant, refuse, renew_draft
    email_sent
      send → email_sent, send_failed → email_failed, start → opened, cancel → cancelled, expire → expired, supersede → superseded, renew → ready
      refused: choose_method, sign_in, request_approval, consent, prove, onboard, decline, mismatch_tenant, refuse, renew_draft
    email_failed
      send → email_sent, send_failed → email_failed, start → opened, cancel → cancelled, expire → expired, supersede → superseded, renew → ready
      refused: choose_method, sign_in, request_approval, consent, prove, onboard, decline, mismatch_tenant, refuse, renew_draft
    opened
      send → opened, start → opened, sign_in → signed_in, request_approval → approval_requested, consent → consented, decline → declined, mismatch_tenant → wrong_tenant, refuse → not_allowed, cancel → cancelled, expire → expired, supersede → superseded, renew → ready
      refused: choose_method, send_failed, prove, onboard, renew_draft
    signed_in
      start → opened, request_approval → approval_requested, consent → consented, decline → declined, refuse → not_allowed, cancel → cancelled, expire → expired, supersede → superseded, renew → ready
      refused: choose_method, send, send_failed, sign_in, prove, onboard, mismatch_tenant, renew_draft
    approval_requested
      start → opened, consent → consented, decline → declined, cancel → cancelled, expire → expired, supersede → superseded, renew → ready
      refused: choose_method, send, send_failed, sign_in, request_approval, prove, onboard, mismatch_tenant, refuse, renew_draft
    declined
      start → opened, cancel → cancelled, expire → expired, supersede → superseded, renew → ready
      refused: choose_method, send, send_failed, sign_in, request_approval, consent, prove, onboard, decline, mismatch_tenant, refuse, renew_draft
    wrong_tenant
      start → opened, consent → consented, decline → declined, mismatch_tenant → wrong_tenant, refuse → not_allowed, cancel → cancelled, expire → expired, supersede → superseded, renew → ready
      refused: choose_method, send, send_failed, sign_in, request_approval, prove, onboard, renew_draft
    not_allowed
      start → opened, consent → consented, decline → declined, mismatch_tenant → wrong_tenant, refuse → not_allowed, cancel → cancelled, expire → expired, supersede → superseded, renew → ready
      refused: choose_method, send, send_failed, sign_in, request_approval, prove, onboard, renew_draft
    consented
      prove → authentication_complete, cancel → cancelled
      refused: choose_method, send, send_failed, start, sign_in, request_approval, consent, onboard, decline, mismatch_tenant, refuse, expire, supersede, renew, renew_draft
    authentication_complete
      onboard → onboarded, cancel → cancelled
      refused: choose_method, send, send_failed, start, sign_in, request_approval, consent, prove, decline, mismatch_tenant, refuse, expire, supersede, renew, renew_draft
    onboarded
      nothing
      refused: choose_method, send, send_failed, start, sign_in, request_approval, consent, prove, onboard, decline, mismatch_tenant, refuse, cancel, expire, supersede, renew, renew_draft
    expired
      consent → consented, cancel → cancelled, supersede → superseded, renew → ready, renew_draft → draft
      refused: choose_method, send, send_failed, start, sign_in, request_approval, prove, onboard, decline, mismatch_tenant, refuse, expire
    cancelled
      nothing
      refused: choose_method, send, send_failed, start, sign_in, request_approval, consent, prove, onboard, decline, mismatch_tenant, refuse, cancel, expire, supersede, renew, renew_draft
    superseded
      nothing
      refused: choose_method, send, send_failed, start, sign_in, request_approval, consent, prove, onboard, decline, mismatch_tenant, refuse, cancel, expire, supersede, renew, renew_draft
    "
  `);
});

describe('the table', () => {
  test('knows no event that stands in no row', () => {
    expect(events.filter((event) => invitationStatuses.every((status) => move(status, event) === undefined))).toEqual(
      [],
    );
  });

  test('leads only to statuses that it knows', () => {
    const reached = invitationStatuses.flatMap((status) => events.map((event) => move(status, event)));
    expect(reached.filter((to) => to !== undefined && !invitationStatuses.includes(to))).toEqual([]);
  });

  test('refuses what stands on a prototype', () => {
    expect(move('draft', 'constructor' as InvitationEvent)).toBeUndefined();
    expect(move('draft', '__proto__' as InvitationEvent)).toBeUndefined();
  });

  test('reaches authentication_complete from a consent alone, and onboarded from there alone', () => {
    const into = (to: InvitationStatus) =>
      invitationStatuses.filter((status) => events.some((event) => move(status, event) === to));
    expect(into('authentication_complete')).toEqual(['consented']);
    expect(into('onboarded')).toEqual(['authentication_complete']);
  });

  test('never leads back to before a consent', () => {
    const after: readonly InvitationStatus[] = ['consented', 'authentication_complete', 'onboarded'];
    const back = after.flatMap((status) => events.map((event) => move(status, event)));
    expect([...new Set(back)].toSorted()).toEqual(['authentication_complete', 'cancelled', 'onboarded', undefined]);
  });

  test('takes the place of what was asked for and is not answered, and of nothing else', () => {
    const stays = invitationStatuses.filter((status) => move(status, 'supersede') === undefined);
    expect(stays).toEqual(['draft', 'consented', 'authentication_complete', 'onboarded', 'cancelled', 'superseded']);
  });

  test('lets whatever is still pending be cancelled', () => {
    expect(pendingStatuses.filter((status) => move(status, 'cancel') === undefined)).toEqual([]);
  });

  test('ends in onboarded, cancelled and superseded', () => {
    const ends = invitationStatuses.filter((status) => events.every((event) => move(status, event) === undefined));
    expect(ends).toEqual(['onboarded', 'cancelled', 'superseded']);
  });
});

test('these links may still be used to start', () => {
  expect(startableStatuses).toEqual([
    'ready',
    'email_sent',
    'email_failed',
    'opened',
    'signed_in',
    'approval_requested',
    'declined',
    'wrong_tenant',
    'not_allowed',
  ]);
});
