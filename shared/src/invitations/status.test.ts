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
];

test('the whole table: every status with every event, and what it leads to', () => {
  const line = (status: InvitationStatus) =>
    events.map((event) => `${status} + ${event} → ${move(status, event) ?? 'refused'}`).join('\n');
  expect(`\n${invitationStatuses.map(line).join('\n\n')}\n`).toMatchInlineSnapshot(`
    "
    draft + choose_method → ready
    draft + send → refused
    draft + send_failed → refused
    draft + start → refused
    draft + sign_in → refused
    draft + request_approval → refused
    draft + consent → refused
    draft + prove → refused
    draft + onboard → refused
    draft + decline → refused
    draft + mismatch_tenant → refused
    draft + refuse → refused
    draft + cancel → cancelled
    draft + expire → expired
    draft + supersede → superseded

    ready + choose_method → refused
    ready + send → email_sent
    ready + send_failed → email_failed
    ready + start → opened
    ready + sign_in → refused
    ready + request_approval → refused
    ready + consent → refused
    ready + prove → refused
    ready + onboard → refused
    ready + decline → refused
    ready + mismatch_tenant → refused
    ready + refuse → refused
    ready + cancel → cancelled
    ready + expire → expired
    ready + supersede → superseded

    email_sent + choose_method → refused
    email_sent + send → email_sent
    email_sent + send_failed → email_failed
    email_sent + start → opened
    email_sent + sign_in → refused
    email_sent + request_approval → refused
    email_sent + consent → refused
    email_sent + prove → refused
    email_sent + onboard → refused
    email_sent + decline → refused
    email_sent + mismatch_tenant → refused
    email_sent + refuse → refused
    email_sent + cancel → cancelled
    email_sent + expire → expired
    email_sent + supersede → superseded

    email_failed + choose_method → refused
    email_failed + send → email_sent
    email_failed + send_failed → email_failed
    email_failed + start → opened
    email_failed + sign_in → refused
    email_failed + request_approval → refused
    email_failed + consent → refused
    email_failed + prove → refused
    email_failed + onboard → refused
    email_failed + decline → refused
    email_failed + mismatch_tenant → refused
    email_failed + refuse → refused
    email_failed + cancel → cancelled
    email_failed + expire → expired
    email_failed + supersede → superseded

    opened + choose_method → refused
    opened + send → opened
    opened + send_failed → refused
    opened + start → opened
    opened + sign_in → signed_in
    opened + request_approval → approval_requested
    opened + consent → consented
    opened + prove → refused
    opened + onboard → refused
    opened + decline → declined
    opened + mismatch_tenant → wrong_tenant
    opened + refuse → not_allowed
    opened + cancel → cancelled
    opened + expire → expired
    opened + supersede → superseded

    signed_in + choose_method → refused
    signed_in + send → refused
    signed_in + send_failed → refused
    signed_in + start → opened
    signed_in + sign_in → refused
    signed_in + request_approval → approval_requested
    signed_in + consent → consented
    signed_in + prove → refused
    signed_in + onboard → refused
    signed_in + decline → declined
    signed_in + mismatch_tenant → refused
    signed_in + refuse → not_allowed
    signed_in + cancel → cancelled
    signed_in + expire → expired
    signed_in + supersede → superseded

    approval_requested + choose_method → refused
    approval_requested + send → refused
    approval_requested + send_failed → refused
    approval_requested + start → opened
    approval_requested + sign_in → refused
    approval_requested + request_approval → refused
    approval_requested + consent → consented
    approval_requested + prove → refused
    approval_requested + onboard → refused
    approval_requested + decline → declined
    approval_requested + mismatch_tenant → refused
    approval_requested + refuse → refused
    approval_requested + cancel → cancelled
    approval_requested + expire → expired
    approval_requested + supersede → superseded

    declined + choose_method → refused
    declined + send → refused
    declined + send_failed → refused
    declined + start → opened
    declined + sign_in → refused
    declined + request_approval → refused
    declined + consent → refused
    declined + prove → refused
    declined + onboard → refused
    declined + decline → refused
    declined + mismatch_tenant → refused
    declined + refuse → refused
    declined + cancel → cancelled
    declined + expire → expired
    declined + supersede → superseded

    wrong_tenant + choose_method → refused
    wrong_tenant + send → refused
    wrong_tenant + send_failed → refused
    wrong_tenant + start → opened
    wrong_tenant + sign_in → refused
    wrong_tenant + request_approval → refused
    wrong_tenant + consent → refused
    wrong_tenant + prove → refused
    wrong_tenant + onboard → refused
    wrong_tenant + decline → refused
    wrong_tenant + mismatch_tenant → refused
    wrong_tenant + refuse → refused
    wrong_tenant + cancel → cancelled
    wrong_tenant + expire → expired
    wrong_tenant + supersede → superseded

    not_allowed + choose_method → refused
    not_allowed + send → refused
    not_allowed + send_failed → refused
    not_allowed + start → opened
    not_allowed + sign_in → refused
    not_allowed + request_approval → refused
    not_allowed + consent → refused
    not_allowed + prove → refused
    not_allowed + onboard → refused
    not_allowed + decline → refused
    not_allowed + mismatch_tenant → refused
    not_allowed + refuse → refused
    not_allowed + cancel → cancelled
    not_allowed + expire → expired
    not_allowed + supersede → superseded

    consented + choose_method → refused
    consented + send → refused
    consented + send_failed → refused
    consented + start → refused
    consented + sign_in → refused
    consented + request_approval → refused
    consented + consent → refused
    consented + prove → authentication_complete
    consented + onboard → refused
    consented + decline → refused
    consented + mismatch_tenant → refused
    consented + refuse → refused
    consented + cancel → cancelled
    consented + expire → refused
    consented + supersede → superseded

    authentication_complete + choose_method → refused
    authentication_complete + send → refused
    authentication_complete + send_failed → refused
    authentication_complete + start → refused
    authentication_complete + sign_in → refused
    authentication_complete + request_approval → refused
    authentication_complete + consent → refused
    authentication_complete + prove → refused
    authentication_complete + onboard → onboarded
    authentication_complete + decline → refused
    authentication_complete + mismatch_tenant → refused
    authentication_complete + refuse → refused
    authentication_complete + cancel → cancelled
    authentication_complete + expire → refused
    authentication_complete + supersede → superseded

    onboarded + choose_method → refused
    onboarded + send → refused
    onboarded + send_failed → refused
    onboarded + start → refused
    onboarded + sign_in → refused
    onboarded + request_approval → refused
    onboarded + consent → refused
    onboarded + prove → refused
    onboarded + onboard → refused
    onboarded + decline → refused
    onboarded + mismatch_tenant → refused
    onboarded + refuse → refused
    onboarded + cancel → refused
    onboarded + expire → refused
    onboarded + supersede → refused

    expired + choose_method → refused
    expired + send → refused
    expired + send_failed → refused
    expired + start → refused
    expired + sign_in → refused
    expired + request_approval → refused
    expired + consent → consented
    expired + prove → refused
    expired + onboard → refused
    expired + decline → refused
    expired + mismatch_tenant → refused
    expired + refuse → refused
    expired + cancel → cancelled
    expired + expire → refused
    expired + supersede → superseded

    cancelled + choose_method → refused
    cancelled + send → refused
    cancelled + send_failed → refused
    cancelled + start → refused
    cancelled + sign_in → refused
    cancelled + request_approval → refused
    cancelled + consent → refused
    cancelled + prove → refused
    cancelled + onboard → refused
    cancelled + decline → refused
    cancelled + mismatch_tenant → refused
    cancelled + refuse → refused
    cancelled + cancel → refused
    cancelled + expire → refused
    cancelled + supersede → refused

    superseded + choose_method → refused
    superseded + send → refused
    superseded + send_failed → refused
    superseded + start → refused
    superseded + sign_in → refused
    superseded + request_approval → refused
    superseded + consent → refused
    superseded + prove → refused
    superseded + onboard → refused
    superseded + decline → refused
    superseded + mismatch_tenant → refused
    superseded + refuse → refused
    superseded + cancel → refused
    superseded + expire → refused
    superseded + supersede → refused
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
    expect([...new Set(back)].toSorted()).toEqual([
      'authentication_complete',
      'cancelled',
      'onboarded',
      'superseded',
      undefined,
    ]);
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
