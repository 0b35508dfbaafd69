import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

/** A defence taken out on purpose, and the test that has to notice. */
export interface BrokenBuild {
  readonly name: string;
  readonly path: string;
  readonly file: string;
  /** Without it any test of the file may notice. */
  readonly test: string | undefined;
}

/**
 * Reads the comment lines on top of a patch: the first says what is broken, and one of them which test notices, as
 * `# test: server/src/consent/transaction.test.ts › a used state is refused`.
 */
export function readPatch(path: string): BrokenBuild {
  const lines = readFileSync(path, 'utf8').split('\n');
  const header = lines.slice(
    0,
    lines.findIndex((line) => !line.startsWith('#')),
  );
  const named = header.map((line) => /^# test: (?<file>\S+\.test\.tsx?)(?: › (?<test>.+))?$/.exec(line)?.groups);
  const [found, ...more] = named.filter((groups) => groups !== undefined);
  if (found?.file === undefined || more.length > 0 || header.length < 2) {
    throw new Error(`${path} must begin with "# <what is broken>" and one "# test: <file> › <test>".`);
  }
  return { name: basename(path, '.patch'), path, file: found.file, test: found.test?.trim() };
}
