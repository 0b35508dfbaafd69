import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runNode } from '../processes.ts';
import type { BrokenBuild } from './patch-file.ts';

/** What a test run says about a build: green, red because an assertion noticed, or broken in some other way. */
export type Colour =
  | { readonly colour: 'green' }
  | { readonly colour: 'red'; readonly noticedBy: string }
  | { readonly colour: 'broken'; readonly why: string };

interface Report {
  readonly testResults: readonly {
    readonly message: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly title: string;
      readonly fullName: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

const tenMinutes = 600_000;

/** Runs the test that a patch names, in the given checkout. */
export async function runNamedTest({ file, test }: BrokenBuild, checkout: string): Promise<Colour> {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-report-'));
  const report = join(folder, 'report.json');
  const only = test === undefined ? [] : ['--testNamePattern', `${escape(test)}$`];
  try {
    const { output } = await runNode(
      ['node_modules/vitest/vitest.mjs', 'run', file, ...only, '--reporter=json', `--outputFile=${report}`],
      { cwd: checkout, env: { ...process.env, CI: 'true', NO_COLOR: '1' }, limit: tenMinutes },
    );
    if (!existsSync(report)) return { colour: 'broken', why: lastLine(output) };
    return judge(JSON.parse(readFileSync(report, 'utf8')) as Report, file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function judge({ testResults }: Report, file: string): Colour {
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults).filter(({ status }) => ran(status));
  const failed = tests.filter(({ status }) => status === 'failed');
  const noticed = failed.find(({ failureMessages }) => failureMessages.some(isAssertion));
  if (noticed !== undefined) return { colour: 'red', noticedBy: `${file} › ${noticed.fullName.trim()}` };
  const [other] = failed.flatMap(({ failureMessages }) => failureMessages);
  if (other !== undefined) return { colour: 'broken', why: `not by an assertion: ${firstLine(other)}` };
  const [fileError] = testResults.map(({ message }) => message).filter((message) => message !== '');
  if (fileError !== undefined) return { colour: 'broken', why: `the file could not be run: ${firstLine(fileError)}` };
  return tests.length > 0 ? { colour: 'green' } : { colour: 'broken', why: 'there is no such test' };
}

const ran = (status: string): boolean => status === 'passed' || status === 'failed';

/** A crash on the way also ends a test; only an expectation that was not met is a test that noticed. */
const isAssertion = (message: string): boolean =>
  message.startsWith('AssertionError') ||
  // What `expect.poll` says when it has waited in vain.
  /^Error: expected .* (?:to|not to) /s.test(message) ||
  /^Error: Snapshot .* mismatched/.test(message) ||
  // What `.rejects` and `.resolves` say of a promise that did the opposite.
  /^Error: promise (?:resolved|rejected) ".*" instead of (?:rejecting|resolving)/s.test(message);

const firstLine = (text: string): string => text.split('\n')[0] ?? '';
const lastLine = (text: string): string => text.trimEnd().split('\n').at(-1) ?? '';
const escape = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
