import { afterEach, expect, test } from 'vitest';
import { pictureOf } from '../snapshot.ts';
import { allOr } from '../thorough.ts';
import { acts } from './acts/acts.ts';
import { readTable, type Row } from './read-table.ts';
import { setStage, type Stage } from './stage.ts';
import { told } from './told.ts';
import { waysOn } from './ways-on.ts';

const rows = readTable(new URL('bad-input.md', import.meta.url));
let at: Stage | undefined;
afterEach(async () => {
  await at?.line.stop();
  at = undefined;
});

test('each row has its act and its way on, and no act is without a row', () => {
  expect(rows.map(({ did }) => did).toSorted()).toEqual(Object.keys(acts).toSorted());
  expect([...new Set(rows.map(({ wayOn }) => wayOn))].toSorted()).toEqual(Object.keys(waysOn).toSorted());
});

/** Names the tables that are not as they were. */
const changedBetween = (before: ReturnType<typeof pictureOf>, after: ReturnType<typeof pictureOf>): string[] =>
  Object.keys(after).filter((table) => JSON.stringify(after[table]) !== JSON.stringify(before[table]));

async function actOut(stage: Stage, row: Row) {
  const { prepare, act } = acts[row.did]!;
  await prepare?.(stage);
  const before = pictureOf(stage.line);
  const answers = await act(stage);
  const after = pictureOf(stage.line);
  const all = await Promise.all([answers].flat().map(told));
  return { all, changes: changedBetween(before, after) };
}

/** In short, one character that no short name has stands for the others: each of them is tested with the rule itself. */
const first = rows.find(({ code }) => code === 'short_name_character');
const acted = allOr(
  rows,
  rows.filter((row) => row === first || row.code !== 'short_name_character'),
);

test.each(acted.map((row) => [row.did, row] as const))('%s', async (_, row) => {
  at = await setStage(acts[row.did]!.situation ?? 'contoso-happy');
  const { all, changes } = await actOut(at, row);
  const { code, title, text } = all.at(-1)!;
  expect({ statuses: all.map(({ status }) => status), code, title, changes }).toEqual({
    statuses: row.statuses,
    code: row.code,
    title: row.title,
    changes: row.changes,
  });
  expect(text).toContain(row.nextStep ?? '');

  at.microsoft = 'answers';
  at.line.resetClock();
  await waysOn[row.wayOn]!(at);
});
