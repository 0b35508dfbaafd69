import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** `root` is said twice on purpose: started from the top of the repository, WXT would look for its entrypoints there. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [WxtVitest({ root: import.meta.dirname }), preact()],
  test: {
    name: 'extension',
    // A browser's surroundings and the modules are made once for a worker, not once for each of its files: that was four fifths of
    // the time. What a file changes of either, it puts back.
    isolate: false,
    maxWorkers: 2,
    environment: 'happy-dom',
    setupFiles: ['src/testing/each-file.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'build/**/*.test.ts'],
  },
});
