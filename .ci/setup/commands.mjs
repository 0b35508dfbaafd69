import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { browserFor } from './browser.mjs';
import { buildExtension } from './extension-build.mjs';
import { installDependencies } from './install.mjs';
import { run as runChild } from './child.mjs';
import { node24, root } from './places.mjs';
import { haveScreen } from './screen.mjs';
import { Stop } from './stop.mjs';

/**
 * What each command needs before it can run, and what it runs. `arguments` come before those that the person gave.
 *
 * @type {Record<string, { needs: readonly ('browser' | 'extension' | 'screen')[], script: string, arguments?: readonly string[], thorough?: true, environment?: NodeJS.ProcessEnv }>}
 */
const commands = {
  start: { needs: ['browser', 'extension'], script: 'extension/practice/start.ts' },
  test: { needs: ['browser', 'screen'], script: '.ci/test.ts' },
  broken: { needs: ['browser', 'screen'], script: '.ci/broken/broken.ts', thorough: true },
  kills: { needs: [], script: '.ci/kills/kills.ts' },
  mutants: { needs: [], script: '.ci/mutants/mutants.ts' },
  bench: { needs: [], script: 'server/bench/pending-list.ts' },
  live: { needs: ['browser', 'extension'], script: 'extension/practice/live/measure.ts' },
  situations: { needs: [], script: 'server/src/testing/situations/run-situations.ts' },
  pictures: { needs: ['browser', 'extension'], script: 'extension/e2e/pictures/take-pictures.ts' },
  'walk-check': { needs: [], script: 'extension/practice/check/walk-check.ts' },
  journeys: {
    needs: ['browser', 'extension', 'screen'],
    script: 'node_modules/vitest/vitest.mjs',
    arguments: ['run', '--project', 'journeys'],
    environment: { LATCHKEY_JOURNEYS_BY_NAME: 'true' },
    thorough: true,
  },
};

/**
 * Sets up what is missing, then hands over to the real command on Node 24 and ends with its exit code.
 *
 * @param {readonly string[]} given
 */
export async function run([name = '', ...rest]) {
  try {
    process.exitCode = await setUpAndRun(name, rest);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

/**
 * @param {string} name
 * @param {readonly string[]} rest
 */
async function setUpAndRun(name, rest) {
  // The same line, walked by clients in place of browsers while the server dies at each of its points.
  if (name === 'journeys' && rest.includes('--kill'))
    return setUpAndRun(
      'kills',
      rest.filter((each) => each !== '--kill'),
    );
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) throw new Stop(`Say what to do: node .ci/setup.mjs <${Object.keys(commands).join('|')}>`);
  await installDependencies();
  /** @type {NodeJS.ProcessEnv} */
  const environment = {
    ...process.env,
    PATH: `${join(root, 'node_modules', '.bin')}${separator}${process.env.PATH ?? ''}`,
    // What Node has compiled once, it need not compile again: a start of the API takes two thirds of the time.
    NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'node'),
    ...command.environment,
  };
  if (command.thorough) environment.LATCHKEY_THOROUGH = 'true';
  if (command.needs.includes('browser')) environment.LATCHKEY_BROWSER = await browserFor(process.env);
  if (command.needs.includes('screen')) await haveScreen();
  if (command.needs.includes('extension')) await buildExtension();
  if (!existsSync(join(root, command.script))) throw new Stop(`There is no ${command.script} in this checkout.`);
  return runChild(node24, [command.script, ...(command.arguments ?? []), ...rest], { cwd: root, env: environment });
}

const separator = process.platform === 'win32' ? ';' : ':';
