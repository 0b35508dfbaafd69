import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve, sep } from 'node:path';

/** A second checkout, in which things may be broken. */
export interface Worktree {
  readonly path: string;
  /** Applies a patch; false when it no longer fits. */
  apply(patch: string): boolean;
  /** Back to the sources as they were. What was built or installed stays. */
  restore(): void;
  remove(): void;
}

const packages = ['.', 'shared', 'server', 'extension'];

/** Checks out what stands in `root` now, committed or not, in a temporary folder, ready to run its tests. */
export function openWorktree(root: string): Worktree {
  const parent = realpathSync(mkdtempSync(join(tmpdir(), 'latchkey-broken-')));
  const path = join(parent, 'checkout');
  git(root, 'worktree', 'add', '--detach', '--quiet', path, snapshotOf(root, join(parent, 'index')));
  for (const folder of packages) linkModules(root, path, folder);
  const generated = join('extension', '.wxt');
  if (existsSync(join(root, generated))) cpSync(join(root, generated), join(path, generated), { recursive: true });
  return {
    path,
    apply: (patch) => succeeds(() => git(path, 'apply', '--whitespace=nowarn', resolve(root, patch))),
    restore: () => {
      git(path, 'reset', '--hard', '--quiet');
      git(path, 'clean', '-d', '--force', '--quiet');
    },
    remove: () => {
      git(root, 'worktree', 'remove', '--force', path);
      rmSync(parent, { recursive: true, force: true });
    },
  };
}

/** A commit of everything that is not ignored, made beside the history: index, branch and files stay untouched. */
function snapshotOf(root: string, index: string): string {
  const someone = { name: 'Latchkey', email: 'latchkey@localhost' };
  const env = {
    ...process.env,
    GIT_INDEX_FILE: index,
    GIT_AUTHOR_NAME: someone.name,
    GIT_AUTHOR_EMAIL: someone.email,
    GIT_COMMITTER_NAME: someone.name,
    GIT_COMMITTER_EMAIL: someone.email,
  };
  const run = (...given: readonly string[]) => execFileSync('git', given, { cwd: root, env, encoding: 'utf8' }).trim();
  run('read-tree', 'HEAD');
  run('add', '--all');
  return run('commit-tree', run('write-tree'), '-p', 'HEAD', '-m', 'What stands in the checkout');
}

/**
 * Gives a package of the worktree the modules of its original, one link each: third-party ones lead to the originals,
 * our own to the worktree, or else a broken `shared` would never be seen by the tests of the server.
 */
function linkModules(root: string, worktree: string, folder: string): void {
  const from = join(root, folder, 'node_modules');
  if (!existsSync(from)) return;
  const names = readdirSync(from).flatMap((name) =>
    name.startsWith('@') ? readdirSync(join(from, name)).map((inner) => join(name, inner)) : [name],
  );
  for (const name of names.filter((each) => !each.startsWith('.'))) {
    const link = join(worktree, folder, 'node_modules', name);
    mkdirSync(join(link, '..'), { recursive: true });
    symlinkSync(targetOf(realpathSync(join(from, name)), realpathSync(root), worktree), link, 'junction');
  }
}

function targetOf(real: string, root: string, worktree: string): string {
  const inside = relative(root, real);
  const isOurs = !inside.startsWith('..') && !inside.split(sep).includes('node_modules');
  return isOurs ? join(worktree, inside) : real;
}

function git(cwd: string, ...given: readonly string[]): void {
  execFileSync('git', given, { cwd, stdio: 'pipe' });
}

function succeeds(attempt: () => void): boolean {
  try {
    attempt();
    return true;
  } catch {
    return false;
  }
}
