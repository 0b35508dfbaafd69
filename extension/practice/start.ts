import { rmSync } from 'node:fs';
import { OptionsPage } from '../e2e/pages/options-page.ts';
import { readOptions, type Options } from './options.ts';
import { places } from './places.ts';
import { refusePortInUse } from './stage/api.ts';
import { extensionPage } from './stage/browser.ts';
import { setStage, type Stage } from './stage/stage.ts';
import { administratorOf, operatorOf } from './stage/situation.ts';
import { Stop } from './stop.ts';
import { walk } from './walk/walk.ts';

/*
 * `npm start`: the API, the practice tenant, and a Chromium with the extension. With a display a window, ready to be used;
 * without one, or with --once, the walk: the manual's nine steps, each with its proof.
 */

const hasDisplay = (): boolean =>
  process.platform === 'darwin' ||
  process.platform === 'win32' ||
  (process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'] ?? '') !== '';

async function start(options: Options): Promise<number> {
  await refusePortInUse(options.port);
  const once = options.once || !hasDisplay();
  const folder = once ? places.walk : places.practice;
  rmSync(folder, { recursive: true, force: true });
  const stage = await setStage({ ...options, folder });
  const ended = endOnSignal();
  try {
    if (options.once) return await walk(stage, options);
    if (!once) return await stay(stage, ended);
    const code = await walk(stage, options);
    console.log(`The API goes on at ${stage.api.origin} (no display: nothing to show). Press Ctrl+C to end.`);
    await ended;
    return code;
  } finally {
    await stage.close();
  }
}

/** Opens the window and tells the person who they can be. */
async function stay(stage: Stage, ended: Promise<void>): Promise<number> {
  const browser = await stage.open('browser', { headless: false });
  const page = browser.pages()[0] ?? (await browser.newPage());
  await OptionsPage.tellAddress(page, stage.api.origin);
  await page.goto(extensionPage('console.html'));
  const operator = operatorOf(stage.tenant.situation);
  const administrator = administratorOf(stage.tenant.situation);
  console.log(
    `Ready. You are ${operator.name} of ${stage.tenant.situation.provider.name}: ${operator.username}, password ${operator.password}`,
  );
  console.log(
    `The customer is ${stage.tenant.situation.customer.name} (${stage.tenant.situation.customer.domain}); its administrator: ${administrator.username}, password ${administrator.password}`,
  );
  console.log(
    'These are people of the practice tenant; nothing here reaches Microsoft. Close the window or press Ctrl+C to end.',
  );
  await Promise.race([ended, new Promise<void>((resolve) => browser.once('close', () => resolve()))]);
  return 0;
}

const endOnSignal = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });

try {
  process.exitCode = await start(readOptions(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Stop ? error.message : error);
  process.exitCode = 1;
}
