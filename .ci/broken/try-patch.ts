import { buildExtension } from '../setup/extension-build.mjs';
import type { BrokenBuild } from './patch-file.ts';
import { runNamedTest, type Colour } from './run-test.ts';
import type { Worktree } from './worktree.ts';

/** Whether a broken build was noticed, and by which test; if not, why not. */
export interface Trial {
  readonly name: string;
  readonly caught: boolean;
  readonly words: string;
}

/** What the tests say while nothing is broken: asked once for each file, whichever worktree comes first. */
export type Baseline = Map<string, Promise<Colour>>;

/** Breaks the worktree with one patch, runs the test that should notice, and puts the worktree right again. */
export async function tryPatch(broken: BrokenBuild, worktree: Worktree, baseline: Baseline): Promise<Trial> {
  const missed = (words: string): Trial => ({ name: broken.name, caught: false, words: `NOT caught: ${words}` });
  const sound = await soundColour(broken, worktree, baseline);
  if (sound.colour === 'red') return missed(`${sound.noticedBy} is red without the patch`);
  if (sound.colour === 'broken') return missed(`without the patch, ${broken.file} is broken (${sound.why})`);
  if (!worktree.apply(broken.path)) return missed('the patch no longer applies');
  try {
    const colour = await colourOf(broken, worktree);
    if (colour.colour === 'green') return missed(`${broken.file} stays green`);
    if (colour.colour === 'broken') return missed(`${broken.file} broke ${colour.why}`);
    return { name: broken.name, caught: true, words: `caught by ${colour.noticedBy}` };
  } finally {
    worktree.restore();
  }
}

function soundColour(broken: BrokenBuild, worktree: Worktree, baseline: Baseline): Promise<Colour> {
  const known = baseline.get(broken.file) ?? colourOf({ ...broken, test: undefined }, worktree);
  baseline.set(broken.file, known);
  return known;
}

/** A journey is walked with the built extension, so a journey that must notice needs the broken one built. */
async function colourOf(broken: BrokenBuild, worktree: Worktree): Promise<Colour> {
  if (broken.file.endsWith('.journey.test.ts')) await buildExtension(worktree.path);
  return runNamedTest(broken, worktree.path);
}
