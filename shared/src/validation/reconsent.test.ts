import { describe, expect, test } from 'vitest';
import { directRoutingDelegated as profile } from '../permissions/profiles.ts';
import { judge } from './judge.ts';
import { everything, grant, granting, proved, unreachable } from './observation-samples.ts';

const more = { ...profile.permissions[0]!, value: 'CallRecords.Read.All' };
const newest = { ...profile, version: profile.version + 1, permissions: [...profile.permissions, more] };
const judged = (seen = proved, asked = newest) => judge(seen, profile, undefined, asked);

describe('a newer version of the profile', () => {
  test('that requires what is not held: it works as it was approved, and the customer must approve again', () => {
    expect(judged()).toMatchObject({
      verdict: 'degraded',
      cause: 'reconsent_needed',
      owner: 'customer',
      evidence: 'probe',
    });
  });

  test('that asks for nothing more, or only for what is useful, changes nothing', () => {
    expect(judged(proved, { ...profile, version: newest.version })).toEqual(judge(proved, profile));
    const useful = { ...newest, permissions: [...profile.permissions, { ...more, required: false }] };
    expect(judged(proved, useful).verdict).toBe('working');
  });

  test('counts only where it is newer', () => {
    expect(judged(proved, { ...newest, version: profile.version })).toEqual(judge(proved, profile));
  });

  test('never covers what is worse: what was approved before must hold all the same', () => {
    const missing = { ...proved, grants: granting([]) };
    expect(judged(missing)).toMatchObject({ verdict: judge(missing, profile).verdict });
    expect(judged(missing).verdict).not.toBe('degraded');
    expect(judged({ ...proved, grants: unreachable(429) })).toMatchObject({ verdict: 'unreachable' });
  });

  test('is told before a surplus, which the new approval may well take away', () => {
    const surplus = { ...proved, grants: granting([...everything, grant('Mail.Read')]) };
    expect(judge(surplus, profile).cause).toBe('permission_surplus');
    expect(judged(surplus).cause).toBe('reconsent_needed');
  });
});
