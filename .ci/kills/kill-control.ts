import { join } from 'node:path';
import { openWorktree } from '../broken/worktree.ts';
import { runKills } from './run-kills.ts';

const patch = 'server/broken/acknowledged-before-commit.patch';
/** Where the client has its answer and the database has nothing: that is what the build is wrong about. */
const beforeCommits =
  '^(customer|acknowledgement|method|password|link|ticket|add|check|validate|confirm|mail|renew|renew what ran out) · before the commit';

/** Kills a build that answers before it commits. 0 if that cost something that was acknowledged: the kills can tell. */
export async function killControl(root: string, given: readonly string[]): Promise<number> {
  const worktree = openWorktree(root);
  try {
    if (!worktree.apply(join(root, patch))) throw new Error(`${patch} no longer applies`);
    const { output } = await runKills(worktree.path, ['--moments', '0', '--only', beforeCommits, ...given]);
    const [, kills, lost] = /^(\d+) kills, (\d+) lost/m.exec(output) ?? [];
    console.log(`the control build, which acknowledges before it commits: ${lost ?? 'nothing'} lost in ${kills} kills`);
    return Number(lost) > 0 ? 0 : 1;
  } finally {
    worktree.remove();
  }
}
