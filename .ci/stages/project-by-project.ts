import { createHash } from 'node:crypto';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What the order is made of. */
type File = Pick<TestSpecification, 'moduleId'> & {
  readonly project: Pick<TestSpecification['project'], 'name'>;
};

/** Of projects that are not named here the order does not matter. The longest comes first: at the end there is little to wait for. */
const longestFirst = ['server', 'extension', 'practice', 'sandbox', 'shared'];

/** Journeys that take longer than half a minute are begun first: one that begins last leaves the other workers without work. */
const longJourneys =
  /\/(?:accessibility|back-and-twice|invitation-pages|known-password|life-of-an-invitation|many-lengths|overlay|popup|pressed-twice|provider-console|walk)\.journey\.test\.ts$/;

const place = ({ project }: File): number => {
  const at = longestFirst.indexOf(project.name);
  return at === -1 ? longestFirst.length : at;
};

/**
 * By chance, as the seed throws it, and project by project: a worker goes on with the modules that it has loaded for as long as the next
 * file is of the same project. In an order that mixes projects nearly every file got a worker of its own.
 */
export function projectByProject<Each extends File>(files: readonly Each[], seed: number): Each[] {
  const chance = ({ project, moduleId }: File): string =>
    createHash('sha256').update(`${seed} ${project.name} ${moduleId}`).digest('hex');
  const byChance = new Map(files.map((file) => [file, chance(file)]));
  const thrown = (file: Each): string => byChance.get(file) ?? '';
  return files.toSorted(
    (one, other) =>
      place(one) - place(other) ||
      one.project.name.localeCompare(other.project.name, 'en') ||
      Number(longJourneys.test(other.moduleId)) - Number(longJourneys.test(one.moduleId)) ||
      thrown(one).localeCompare(thrown(other), 'en'),
  );
}

/** Where a random order is asked for, that one; else vitest's own, which keeps projects together. */
export class ProjectByProject extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { shuffle, seed } = this.ctx.config.sequence;
    return shuffle === true ? Promise.resolve(projectByProject(files, seed)) : super.sort(files);
  }
}
