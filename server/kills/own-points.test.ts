import { expect, test } from 'vitest';
import { ownPointsOf } from './own-points.ts';

/* Where a line is killed, and that no part of it is passed over in silence. */

const mailFailed = 'after the commit of invitation.mail_failed';

test('a line dies at its own points, and at no other', () => {
  const own = ownPointsOf('expired');
  expect(own.meets('refused', mailFailed)).toBe(true);
  expect(own.meets('run out', 'before the commit of invitation.expired')).toBe(true);
  expect(own.meets('add', 'before the commit of invitation.onboarded')).toBe(false);
  expect(own.meets('refused', 'after the commit of update due, claims of invitation_mails')).toBe(false);
});

test('where nobody came past any more is told, and what was met is not', () => {
  const own = ownPointsOf('mailed');
  const told = () => own.unmet().map((sentence) => /like \^(.*) · :/.exec(sentence)?.[1]);
  expect(told()).toEqual(['mail', 'mail again', 'renew', 'remind', 'mailed', 'cancel']);
  for (const phase of ['mail', 'mail again', 'renew', 'mailed', 'cancel']) own.meets(phase, mailFailed);
  // The same under another name.
  expect(own.meets('reminder', mailFailed)).toBe(false);
  expect(own.unmet()).toEqual(['the line "mailed" came past no point like ^remind · : was a phase renamed?']);
  own.meets('remind', mailFailed);
  expect(own.unmet()).toEqual([]);
});

test('a line that dies at every point is met by the first', () => {
  const own = ownPointsOf('invitation-link');
  expect(own.unmet()).toHaveLength(1);
  expect(own.meets('session', 'before the call for openid-configuration')).toBe(true);
  expect(own.unmet()).toEqual([]);
});
