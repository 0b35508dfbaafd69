import { runAll } from '../stages/schedule.ts';
import type { BrokenBuild } from './patch-file.ts';
import { tryPatch, type Baseline, type Trial } from './try-patch.ts';
import { openWorktree, type Worktree } from './worktree.ts';

/** Tries every patch, as many at a time as there are `lanes`, each lane in a worktree of its own. */
export async function tryAll(
  root: string,
  patches: readonly BrokenBuild[],
  {
    lanes,
    onTrial,
    signal,
  }: { readonly lanes: number; readonly onTrial: (trial: Trial) => void; readonly signal: AbortSignal },
): Promise<void> {
  const worktrees: Worktree[] = [];
  const baseline: Baseline = new Map();
  const free: Worktree[] = [];
  try {
    for (let lane = 0; lane < Math.min(lanes, patches.length); lane += 1) {
      worktrees.push(openWorktree(root));
    }
    free.push(...worktrees);
    const jobs = patches.map((patch) => ({ name: patch.path, after: [], patch }));
    await runAll(jobs, worktrees.length, async ({ patch }) => {
      const worktree = free.pop();
      if (worktree === undefined || signal.aborted) return;
      onTrial(await tryPatch(patch, worktree, baseline));
      free.push(worktree);
    });
  } finally {
    for (const worktree of worktrees) worktree.remove();
  }
}
