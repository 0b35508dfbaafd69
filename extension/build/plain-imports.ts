import type { Plugin } from 'vite';

/**
 * Loads a file that is needed later by `import()` and nothing more. What Vite puts around it fetches styles and further files
 * ahead over the network; ours lie on the disk, and the styles of a page are in the page.
 */
export const plainImports = (): Plugin => ({
  name: 'latchkey:plain-imports',
  apply: 'build',
  enforce: 'pre',
  load: {
    filter: { id: /vite\/preload-helper/ },
    handler: () => 'export const __vitePreload = (load) => load();',
  },
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk' || !file.isDynamicEntry) continue;
      const styles = [...(file.viteMetadata?.importedCss ?? [])];
      if (styles.length > 0) this.error(`${file.fileName} is loaded later and brings styles: ${styles.join(', ')}`);
    }
  },
});
