import { defineConfig } from 'vitest/config';
import { JourneysReporter } from './.ci/stages/journeys-reporter.ts';
import { ProjectByProject } from './.ci/stages/project-by-project.ts';
import { TallyReporter } from './.ci/stages/tally-reporter.ts';

/** A limit is there to end what hangs. It says nothing about speed: a machine may be small, and busy with something else. */
const poll = { timeout: 20_000 };
const patience = { testTimeout: 60_000, hookTimeout: 60_000, expect: { poll } };

/**
 * Nothing of these parts keeps anything at import, so a worker may load their modules once for many files: three quarters of the
 * time of such a run was loading the same modules again.
 */
const togetherInAWorker = { isolate: false };

/**
 * What a run in short leaves to a thorough one: the practice tenant and the hand of the keyboard journeys by themselves, on which every
 * other journey stands; the line as a whole, which the walk takes and the keyboard takes again; how else it ends, of which the server's
 * own tests tell; and a change that shows in card, popup and panel at once, of which each of them is told alone elsewhere.
 */
const seenByOthers = [
  'practice-portal',
  'restless-portal',
  'msal-browser-contract',
  'keyboard-hand',
  'walking-line',
  'endings',
  'approvals',
  'live',
].map((name) => `e2e/journeys/${name}.journey.test.ts`);
const thorough = process.env['LATCHKEY_THOROUGH'] === 'true';
/** `npm run journeys` tells each by its name. */
const named = process.env['LATCHKEY_JOURNEYS_BY_NAME'] === 'true' ? [new JourneysReporter()] : [];

/**
 * One project for each part of the house. `vitest run <path>` runs what stands under that path; everything but the
 * journeys is `npm run unit`, and the journeys need a browser and a built extension (`npm run journeys`).
 */
export default defineConfig({
  test: {
    globalSetup: ['./.ci/stages/temporary-folder.ts'],
    reporters: ['default', new TallyReporter(), ...named],
    // Left to itself vitest leaves a core free, and of two that is half.
    maxWorkers: 2,
    sequence: { sequencer: ProjectByProject },
    projects: [
      { test: { ...togetherInAWorker, name: 'shared', root: 'shared', include: ['src/**/*.test.ts'], ...patience } },
      {
        test: {
          ...togetherInAWorker,
          name: 'server',
          root: 'server',
          include: ['src/**/*.test.ts', 'kills/**/*.test.ts'],
          ...patience,
        },
      },
      {
        test: { ...togetherInAWorker, name: 'sandbox', root: 'server', include: ['sandbox/**/*.test.ts'], ...patience },
      },
      './extension/vitest.config.ts',
      {
        test: {
          ...togetherInAWorker,
          name: 'practice',
          root: 'extension',
          include: ['practice/**/*.test.ts', 'e2e/**/*.test.ts'],
          exclude: ['e2e/**/*.journey.test.ts', '**/node_modules/**'],
          ...patience,
        },
      },
      { test: { ...togetherInAWorker, name: 'house', include: ['.ci/**/*.test.ts'], ...patience } },
      {
        test: {
          ...togetherInAWorker,
          name: 'journeys',
          root: 'extension',
          include: ['e2e/**/*.journey.test.ts'],
          exclude: thorough ? [] : seenByOthers,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          expect: { poll },
          // Each journey holds a browser, an API and a practice tenant, and half of its time it waits for one of them: three at a
          // time keep two cores busy. After all the rest, which has a number of its own.
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
