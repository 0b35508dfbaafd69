import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.ts';
import { mutationsOf, withSwitches } from './mutations.ts';

const folder = 'shared/src/validation';

interface Mutants {
  /** The tests that may notice, by path. */
  readonly tests: readonly string[];
  /** The text of each file with all its mutants in it, by path. */
  readonly switched: ReadonlyMap<string, string>;
  /** What each says differently; the first one is mutant 1. */
  readonly words: readonly string[];
}

/** Every mutant of the verdict rules, numbered alike in whichever process asks. */
export function allMutants(): Mutants {
  const everyFile = globSync(`${folder}/*.ts`, { cwd: root }).toSorted();
  const switched = new Map<string, string>();
  const words: string[] = [];
  for (const path of everyFile.filter((one) => !one.endsWith('.test.ts') && !one.endsWith('-samples.ts'))) {
    const source = readFileSync(join(root, path), 'utf8');
    const mutations = mutationsOf(path, source);
    switched.set(join(root, path), withSwitches(source, mutations, words.length + 1));
    for (const { start, end, instead } of mutations) {
      const line = source.slice(0, start).split('\n').length;
      words.push(`${path}:${line} ${source.slice(start, end)} → ${instead}`.replaceAll(/\s+/g, ' '));
    }
  }
  // The examples alone must notice: a property of 20,000 runs would, too, and take an hour over all mutants.
  const tests = everyFile.filter((path) => path.endsWith('.test.ts') && !path.includes('anything'));
  return { tests: tests.map((path) => join(root, path)), switched, words };
}
