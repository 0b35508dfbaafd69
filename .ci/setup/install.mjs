import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './child.mjs';
import { node24, root } from './places.mjs';
import { hashOf, isStamped, stamp } from './stamp.mjs';
import { Stop } from './stop.mjs';

const pnpm = 'pnpm@12.21.0';
const stampPath = join(root, 'node_modules', '.latchkey-installed');
const whatDecides = [
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
  'package.json',
  'shared/package.json',
  'server/package.json',
  'extension/package.json',
];

/** Installs exactly what the lockfile names, unless that is what is installed already. */
export async function installDependencies() {
  const hash = hashOf(root, whatDecides);
  if (isStamped(stampPath, hash) && existsSync(node24)) return;
  const onWindows = process.platform === 'win32';
  if (spawnSync('npx', ['--version'], { shell: onWindows }).status !== 0) {
    throw new Stop(
      'Latchkey is installed by npm, and there is no npx on the PATH: install npm (it comes with Node) and run the same command again.',
    );
  }
  console.log('Installing what the lockfile names (once; about half a minute) …');
  const code = await run('npx', ['-y', pnpm, 'install', '--frozen-lockfile'], {
    cwd: root,
    shell: onWindows,
    // Without a terminal pnpm would stop and ask before it replaces an older node_modules.
    env: { ...process.env, CI: 'true' },
  });
  if (code !== 0) {
    throw new Stop(
      `The installation failed (its own words stand above). When it is mended, run the same command again; nothing half-made is kept in use.`,
    );
  }
  stamp(stampPath, hash);
}
