import { expect, test } from 'vitest';
import { projectByProject } from './project-by-project.ts';

const files = ['shared', 'server', 'journeys', 'sandbox', 'server', 'shared', 'extension', 'server', 'practice']
  .flatMap((name) => Array.from({ length: 4 }, () => name))
  .map((name, at) => ({ project: { name }, moduleId: `/there/${name}/${at}.test.ts` }));

test('a worker meets each project once, the longest first, and no file is lost', () => {
  const ordered = projectByProject(files, 7);
  const projects = ordered.map(({ project }) => project.name);
  expect(projects.filter((name, at) => name !== projects[at - 1])).toEqual([
    'server',
    'extension',
    'practice',
    'sandbox',
    'shared',
    'journeys',
  ]);
  expect(new Set(ordered)).toEqual(new Set(files));
});

test('the same seed throws the same order, wherever the files were found; another seed another one', () => {
  const order = (seed: number, found = files) => projectByProject(found, seed).map(({ moduleId }) => moduleId);
  expect(order(7, files.toReversed())).toEqual(order(7));
  expect(order(8)).not.toEqual(order(7));
});

test('long journeys come before the others, and among themselves by chance', () => {
  const journeys = ['adopt', 'walk', 'toolbar', 'popup', 'live'].map((name) => ({
    project: { name: 'journeys' },
    moduleId: `/there/e2e/journeys/${name}.journey.test.ts`,
  }));
  const firsts = (seed: number) => projectByProject(journeys, seed).slice(0, 2);
  for (const seed of [1, 2, 3]) expect(new Set(firsts(seed))).toEqual(new Set([journeys[1], journeys[3]]));
  expect(new Set([1, 2, 3, 4, 5, 6].map((seed) => firsts(seed)[0])).size).toBe(2);
});
