import type { Plugin } from 'vite';

/**
 * Puts into one file all that the popup loads when it opens, and nothing else. Cut by which pages need what, it would be five
 * files, and what is said in each of them is compressed five times. Other pages load that file, too: most of it is theirs.
 */
export function popupInOneFile(): Plugin {
  let loaded: ReadonlySet<string> = new Set();
  return {
    name: 'latchkey:popup-in-one-file',
    apply: 'build',
    renderStart() {
      const seen = new Set<string>();
      const visit = (id: string): void => {
        if (seen.has(id)) return;
        seen.add(id);
        for (const imported of this.getModuleInfo(id)?.importedIds ?? []) visit(imported);
      };
      for (const id of this.getModuleIds()) if (isStart(id)) visit(id);
      loaded = seen;
    },
    outputOptions(options) {
      // A script that is one file by itself shares nothing.
      if (options.format === 'iife' || options.codeSplitting === false) return options;
      const name = (id: string) => (loaded.has(id) && !isStart(id) ? 'common' : null);
      return { ...options, codeSplitting: { groups: [{ name }] } };
    },
  };
}

/** What starts the popup stays out: in the other pages it would draw the popup. */
const isStart = (id: string): boolean => /\/popup(\/index)?\.html$|\/entrypoints\/popup\/main\.tsx$/.test(id);
