import { spawnSync } from 'node:child_process';
import { isDebianAsRoot } from './browser.mjs';
import { run } from './child.mjs';

const tools = ['Xvfb', 'xdotool'];
const packages = ['xvfb', 'xdotool'];

/** @param {string} tool */
const isThere = (tool) => spawnSync('which', [tool]).status === 0;

/**
 * A screen that nobody looks at, for real keys and clicks: on Debian as root its tools are installed (once), as Chromium is.
 * Elsewhere, or where that fails, nothing ends: the journeys that need it say why they were skipped.
 */
export async function haveScreen() {
  if (tools.every(isThere) || !isDebianAsRoot()) return;
  console.log('No virtual screen found: installing Xvfb and xdotool from Debian (once) …');
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  const install = () => run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], options);
  if ((await install()) === 0) return;
  await run('apt-get', ['update', '-q'], options);
  await install();
}
