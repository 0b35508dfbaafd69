import { constants } from 'node:os';
import { OptionsPage } from '../e2e/pages/options-page.ts';
import { readOptions, type Options } from './options.ts';
import { places } from './places.ts';
import { refusePortInUse } from './stage/api.ts';
import { browserPath, extensionPage } from './stage/browser.ts';
import { emptied } from './stage/emptied.ts';
import { setStage, type Stage } from './stage/stage.ts';
import { administratorOf, operatorOf } from './stage/situation.ts';
import { Stop } from './stop.ts';
import { walk } from './walk/walk.ts';

/*
 * `npm start`: the API, the practice tenant, and a Chromium with the extension. With a display a window, ready to be used;
 * without one, or with --once, the walk: the manual's nine steps, each with its proof.
 */

/** Exit codes above it are those of a signal. */
const signalled = 128;

const hasDisplay = (): boolean =>
  process.platform === 'darwin' ||
  process.platform === 'win32' ||
  (process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'] ?? '') !== '';

async function start(options: Options): Promise<number> {
  browserPath();
  await refusePortInUse(options.port);
  const ended = endOnSignal();
  const once = options.once || !hasDisplay();
  const stage = await setStage({ ...options, folder: emptied(once ? places.walk : places.practice) });
  try {
    if (!once) return await stay(stage, ended);
    const code = await walkUntil(ended, stage, options);
    if (options.once || code > signalled) return code;
    console.log(`The API goes on at ${stage.api.origin} (no display: nothing to show). Press Ctrl+C to end.`);
    await ended;
    return code;
  } finally {
    await stage.close();
  }
}

/** Opens the window and tells the person who they can be. */
async function stay(stage: Stage, ended: Promise<unknown>): Promise<number> {
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
    `The provider's own console, as one has it anyway: ${providerConsole(stage)}. Switch Latchkey on for it in the extension's settings, and it stands beside you.`,
  );
  console.log(`What Latchkey mails arrives at https://${stage.tenant.mailHost}, and nowhere else.`);
  console.log(
    'These are people of the practice tenant; nothing here reaches Microsoft. Close the window or press Ctrl+C to end.',
  );
  await Promise.race([ended, new Promise<void>((resolve) => browser.once('close', () => resolve()))]);
  return 0;
}

/** Where the provider keeps the customer. */
const providerConsole = ({ tenant }: Stage): string =>
  `https://${tenant.consoleHost}/services/${tenant.situation.customer.shortName}`;

/** The walk's exit code; or, once a signal came, the one by which a shell knows it. What the walk says while all is closed under it is nobody's concern. */
async function walkUntil(ended: Promise<NodeJS.Signals>, stage: Stage, options: Options): Promise<number> {
  const walked = walk(stage, options);
  walked.catch(() => undefined);
  return Promise.race([walked, ended.then((signal) => signalled + constants.signals[signal])]);
}

/** The first signal that ends us. More of them change nothing: a Ctrl+C may come from the terminal and from npm. */
const endOnSignal = (): Promise<NodeJS.Signals> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(signal));
  });

try {
  // A walk that was interrupted still waits for something.
  process.exit(await start(readOptions(process.argv.slice(2))));
} catch (error) {
  console.error(error instanceof Stop ? error.message : error);
  process.exit(1);
}
