import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.ts';

/** One promise of the suite: a command that must succeed, or a vitest run of which every test counts by itself. */
export type Stage = {
  readonly name: string;
  /** Stages that must have ended well before this one can say anything. */
  readonly after: readonly string[];
} & ({ readonly commands: readonly (readonly string[])[] } | { readonly projects: readonly string[] });

const bin = (name: string): string => join(root, 'node_modules', name);

const typescriptProjects = ['shared', 'server', 'extension', 'extension/practice', '.ci'];

/** In the order in which they are started; two run at a time. */
export const stages: readonly Stage[] = [
  { name: 'build', after: [], commands: [['.ci/build.ts']] },
  { name: 'unit', after: [], projects: ['shared', 'server', 'sandbox', 'extension', 'practice'] },
  { name: 'format', after: [], commands: [[bin('oxfmt/bin/oxfmt'), '--check', '.']] },
  {
    name: 'types',
    after: [],
    commands: typescriptProjects
      .filter((folder) => existsSync(join(root, folder, 'tsconfig.json')))
      .map((folder) => [bin('typescript/bin/tsc'), '-p', folder]),
  },
  { name: 'lint', after: [], commands: [[bin('oxlint/bin/oxlint'), '--type-aware', '--deny-warnings']] },
  { name: 'unused', after: [], commands: [[bin('knip/bin/knip.js')]] },
  { name: 'sizes', after: ['build'], commands: [[bin('size-limit/bin.js')]] },
  { name: 'architecture', after: ['build'], projects: ['house'] },
  // Browsers wait for what they see: with the unit tests beside them, two cores make them wait too long.
  { name: 'journeys', after: ['build', 'unit'], projects: ['journeys'] },
];
