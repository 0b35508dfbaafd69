import { expect, test } from 'vitest';
import { runAll } from './schedule.ts';

const job = (name: string, ...after: readonly string[]) => ({ name, after });

/** Runs the jobs and answers what happened, in order: `+` for a start, `-` for an end. */
async function watch(jobs: readonly ReturnType<typeof job>[], width: number): Promise<readonly string[]> {
  const events: string[] = [];
  await runAll(jobs, width, async ({ name }) => {
    events.push(`+${name}`);
    await Promise.resolve();
    events.push(`-${name}`);
  });
  return events;
}

test('a job starts only when those that it comes after have ended', async () => {
  const events = await watch([job('build'), job('journeys', 'build'), job('lint')], 3);
  expect(events.indexOf('+journeys')).toBeGreaterThan(events.indexOf('-build'));
  expect(events.indexOf('+lint')).toBeLessThan(events.indexOf('-build'));
});

test('no more than the width run at a time', async () => {
  expect(await watch([job('a'), job('b'), job('c')], 1)).toEqual(['+a', '-a', '+b', '-b', '+c', '-c']);
});

test('a job does not wait for one that is not in the list', async () => {
  expect(await watch([job('sizes', 'build')], 2)).toEqual(['+sizes', '-sizes']);
});

test('jobs that wait for each other are an error, not a hang', async () => {
  await expect(watch([job('a', 'b'), job('b', 'a')], 2)).rejects.toThrow('wait for each other: a, b');
});
