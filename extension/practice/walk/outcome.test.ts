import { expect, test } from 'vitest';
import { readOptions } from '../options.ts';
import { NotProved } from './proof.ts';
import { whereItStopped } from './outcome.ts';
import type { Scene } from './scene.ts';

/** As much of a scene as the outcome looks at: what the administrator does, and what the server says of the invitation. */
function scene(
  does: string | undefined,
  standing: { status: string; copied: string | null; verdict: string | null } | undefined,
): Scene {
  const administrator = { name: 'Ada', username: 'ada@contoso.com', roles: ['Global Administrator'], adminDoes: does };
  return {
    situation: { name: 'contoso-happy', customer: { people: [administrator] } },
    audit: { value: () => standing },
  } as unknown as Scene;
}
const ask = (given: string, from: Scene, proved: number, step?: number) =>
  whereItStopped(
    from,
    readOptions(given.split(' ').filter((each) => each !== '')),
    proved,
    step === undefined ? undefined : new NotProved(step, 'because'),
  );
const verdict = JSON.stringify({ verdict: 'action_needed', owner: 'customer' });

test('a walk that came to its end has proved all', () => {
  expect(ask('', scene('approves', undefined), 9)).toEqual({ kind: 'allProved', line: '9 of 9 steps proved' });
});

test('whoever was meant to arrive and did not has not proved all', () => {
  expect(ask('', scene('approves', undefined), 3, 4)).toEqual({ kind: 'notAllProved', line: '3 of 9 steps proved' });
  expect(ask('', scene(undefined, undefined), 3, 4).kind).toBe('notAllProved');
});

test('a lie is never the end of a situation', () => {
  const declines = scene('declines', { status: 'declined', copied: null, verdict: null });
  expect(ask('--lie no-grants', declines, 5, 6)).toEqual({ kind: 'notAllProved', line: '5 of 9 steps proved' });
});

test.each([
  ['declined', null, null, 'status declined, owner customer'],
  ['expired', null, null, 'status expired, owner provider'],
  ['draft', null, null, 'status draft, owner provider'],
  ['ready', null, null, 'status ready, owner provider'],
  ['ready', '2026-11-26T12:00:00.000Z', null, 'status ready, owner customer'],
  ['consented', null, verdict, 'verdict action_needed, owner customer'],
])('a situation ends with what the server says of it: %s, copied %s', (status, copied, stored, told) => {
  const end = ask('--situation northwind-declined', scene('declines', { status, copied, verdict: stored }), 5, 6);
  expect(end).toEqual({ kind: 'situationEnded', line: `situation northwind-declined: stopped at step 6, ${told}` });
});

test('where the server knows nothing yet, it says so', () => {
  expect(ask('--situation northwind-declined', scene('declines', undefined), 0, 1).line).toMatch(
    /step 1, no invitation$/,
  );
});
