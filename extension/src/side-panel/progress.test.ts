import { describe, expect, test } from 'vitest';
import type { InvitationView } from '@latchkey/shared/api/invitations';
import { invitationStatuses } from '@latchkey/shared/invitations/status-names';
import { ago, connectionBehind, invitationOf, verdictOf } from '../../e2e/fake-api/samples.ts';
import { progressOf } from './progress.ts';

const minute = 60_000;
const statesOf = (change: Partial<InvitationView>, now = Date.now()) =>
  progressOf(invitationOf(1, 'Contoso Ltd', change), now).map(({ state }) => state);

describe('the way from Start to a proved connection', () => {
  test.each([
    ['draft', ['now', 'next', 'next', 'next']],
    ['ready', ['now', 'next', 'next', 'next']],
  ] as const)('%s: nobody has started', (status, states) => {
    expect(statesOf({ status, startedAt: null })).toEqual(states);
  });

  test('opened: it waits for Microsoft, and stands still after five minutes', () => {
    const started = { status: 'opened', startedAt: ago(4 * minute), statusSince: ago(9 * minute) } as const;
    expect(statesOf(started)).toEqual(['done', 'waiting', 'next', 'next']);
    expect(statesOf(started, Date.now() + 2 * minute)).toEqual(['done', 'stuck', 'next', 'next']);
    expect(progressOf(invitationOf(1, 'Contoso Ltd', started), Date.now())[1]?.at).toBe(started.startedAt);
  });

  test.each(['declined', 'wrong_tenant', 'not_allowed', 'approval_requested'] as const)(
    '%s: somebody must decide',
    (status) => {
      expect(statesOf({ status, startedAt: ago(minute) })).toEqual(['done', 'stuck', 'next', 'next']);
    },
  );

  test('consented: the grants are read back; the box that was not ticked stands in the way', () => {
    const connection = connectionBehind(1, verdictOf(0))!;
    const consented = { status: 'consented', startedAt: ago(minute) } as const;
    expect(statesOf(consented)).toEqual(['done', 'done', 'waiting', 'next']);
    const oneOnly = { ...connection, verdict: 'action_needed', cause: 'permission_one_person' } as const;
    expect(statesOf({ ...consented, connection: oneOnly })).toEqual(['done', 'done', 'stuck', 'next']);
  });

  test('complete: green while the proof holds, ink once it has aged or was refuted', () => {
    const connection = connectionBehind(1, verdictOf(minute))!;
    const complete = { status: 'authentication_complete', startedAt: ago(2 * minute), connection } as const;
    expect(statesOf(complete)).toEqual(['done', 'done', 'proved', 'proved']);
    expect(statesOf(complete, Date.now() + 40 * 60 * minute)).toEqual(['done', 'done', 'done', 'done']);
    const refuted = { ...complete, connection: { ...connection, verdict: 'action_needed' } } as const;
    expect(statesOf(refuted)).toEqual(['done', 'done', 'done', 'done']);
  });

  test('nothing is proved by a status alone', () => {
    for (const status of invitationStatuses)
      expect(statesOf({ status, startedAt: ago(minute), connection: null })).not.toContain('proved');
  });
});
