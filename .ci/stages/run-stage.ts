import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../root.ts';
import { runNode } from '../processes.ts';
import type { Stage } from './stages.ts';
import { tallyVariable, type Tally } from './tally.ts';

/** What a stage found, how long it took, and all that it printed. */
export interface Outcome extends Tally {
  readonly stage: string;
  readonly seconds: number;
  readonly output: string;
}

/** Ends a stage that hangs. The whole suite takes a quarter of it on two idle cores, and may share them. */
const limit = 1_200_000;

/** Runs one stage to its end. It never throws: a stage that breaks has failed. */
export async function runStage(stage: Stage, seed: number, from: string = root): Promise<Outcome> {
  const started = performance.now();
  const found = await ('projects' in stage ? runVitest(stage.projects, seed, from) : runCommands(stage, from));
  return { stage: stage.name, ...found, seconds: (performance.now() - started) / 1000 };
}

type Found = Omit<Outcome, 'stage' | 'seconds'>;

async function runCommands({ name, commands }: Extract<Stage, { commands: unknown }>, from: string): Promise<Found> {
  const ended = [];
  for (const command of commands) ended.push(await runNode(command, { cwd: from, env: environment(), limit }));
  const well = ended.every(({ code }) => code === 0);
  const output = ended.map((each) => each.output).join('');
  return { passed: well ? 1 : 0, failed: well ? [] : [name], skipped: [], output };
}

async function runVitest(projects: readonly string[], seed: number, from: string): Promise<Found> {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-tally-'));
  const path = join(folder, 'tally.json');
  try {
    const { code, output } = await runNode(
      ['node_modules/vitest/vitest.mjs', 'run', ...projects.map((name) => `--project=${name}`), ...inOrderOf(seed)],
      { cwd: from, env: { ...environment(), [tallyVariable]: path }, limit },
    );
    if (!existsSync(path))
      return { passed: 0, failed: [`${projects.join(', ')} (came to no end, or never began)`], skipped: [], output };
    const tally = JSON.parse(readFileSync(path, 'utf8')) as Tally;
    const failed = code !== 0 && tally.failed.length === 0 ? [`vitest ended with ${code}`] : tally.failed;
    return { ...tally, failed: [...failed, ...skippedWithoutReason(tally)], output };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const inOrderOf = (seed: number): readonly string[] => [
  '--sequence.shuffle.files',
  '--sequence.shuffle.tests',
  `--sequence.seed=${seed}`,
];

/** A test that is skipped and does not say why is a test that somebody forgot. */
const skippedWithoutReason = ({ skipped }: Tally): readonly string[] =>
  skipped.filter(({ reason }) => !reason).map(({ name }) => `${name} (skipped without a reason: context.skip('why'))`);

/** As on a machine that nobody watches: plain output, and no snapshot is written that nobody has seen. */
function environment(): NodeJS.ProcessEnv {
  const { FORCE_COLOR: _, ...rest } = process.env;
  return { ...rest, CI: 'true', NO_COLOR: '1' };
}
