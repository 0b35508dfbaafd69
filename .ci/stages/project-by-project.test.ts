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
