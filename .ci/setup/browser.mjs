import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './child.mjs';
import { Stop } from './stop.mjs';

/**
 * Where browsers that can load an unpacked extension from their command line are found. Google's own branded Chrome is
 * left out on purpose: since version 137 it ignores `--load-extension`.
 */
const names = [
  'chromium',
  'chromium-browser',
  'google-chrome-for-testing',
  'chrome-for-testing',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const places = {
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((folder) =>
    ['Chromium/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'].map((path) =>
      join(process.env[folder] ?? 'C:/', path),
    ),
  ),
};

/**
 * The browser to use: what `LATCHKEY_BROWSER` names, else one that is found, else on Debian as root one that is
 * installed now. Otherwise it says what to install.
 *
 * @param {NodeJS.ProcessEnv} environment
 * @returns {Promise<string>}
 */
export async function browserFor(environment) {
  const named = environment.LATCHKEY_BROWSER;
  if (named !== undefined && named !== '') {
    if (isProgram(named)) return named;
    throw new Stop(
      `LATCHKEY_BROWSER names ${named}, and no program is there: correct the path, or unset it to have a browser found.`,
    );
  }
  const found = findBrowser(environment);
  if (found !== undefined) return found;
  if (isDebianAsRoot()) return installChromium(environment);
  throw new Stop(adviceFor(process.platform));
}

/** @param {NodeJS.ProcessEnv} environment */
export function findBrowser(environment) {
  const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = [...folders, '/usr/bin'].flatMap((folder) => names.map((name) => join(folder, name)));
  const known = places[/** @type {keyof typeof places} */ (process.platform)] ?? [];
  return [...onPath.toSorted(byPreference), ...known].find(isProgram);
}

/** A Chromium anywhere on the PATH before an Edge anywhere on it. @param {string} one @param {string} other */
function byPreference(one, other) {
  const rank = (/** @type {string} */ path) => names.findIndex((name) => path.endsWith(`/${name}`));
  return rank(one) - rank(other);
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export function isDebianAsRoot() {
  if (process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return false;
  return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/** @param {NodeJS.ProcessEnv} environment */
async function installChromium(environment) {
  console.log('No browser found: installing Chromium from Debian (once) …');
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  const install = () =>
    run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-noto-core'], options);
  // A fresh container has no package lists, an old one has stale ones; both show only when the installation fails.
  if ((await install()) !== 0) {
    await run('apt-get', ['update', '-q'], options);
    await install();
  }
  const found = findBrowser(environment);
  if (found !== undefined) return found;
  throw new Stop(
    'Chromium could not be installed with apt-get (its own words stand above): install a Chromium by hand, or name one in LATCHKEY_BROWSER.',
  );
}

/** @param {NodeJS.Platform} platform */
export function adviceFor(platform) {
  const how =
    platform === 'darwin'
      ? 'brew install --cask chromium'
      : platform === 'win32'
        ? 'winget install Microsoft.Edge'
        : 'sudo apt-get install chromium (or your distribution’s Chromium)';
  return `Latchkey needs Chromium, Chrome for Testing or Edge, and none was found (Google Chrome itself no longer loads an extension from its command line): ${how}, or name one in LATCHKEY_BROWSER.`;
}
