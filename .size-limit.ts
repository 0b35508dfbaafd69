import { join } from 'node:path';
import { isBuilt, laterScriptsOf, openingScriptsOf, output, scriptsOf } from './.ci/checks/bundle.ts';

/**
 * What a person loads, compressed. The background: everything. The popup: all that each opening loads, by its imports and
 * theirs; nothing of that is loaded by `import()`, the change feed included. What it loads only when it is needed has a line
 * of its own: the words of a refusal, when the server has sent one, what there is on the provider's console alone, what
 * lets a guest in, what makes a link count once, and the test language, for whoever chose it.
 */
const budgets = [
  // One file; that it names the overlay means that it puts it into pages, not that it loads it.
  { name: 'background', entry: 'background.js', limit: '30 kB', scripts: () => ['background.js'] },
  { name: 'portal, without a guide', entry: 'content-scripts/portal.js', limit: '12 kB', scripts: scriptsOf },
  {
    name: 'portal, with a guide',
    entry: 'overlay.js',
    limit: '25 kB',
    scripts: () => ['content-scripts/portal.js', 'overlay.js'],
  },
  { name: 'blade, without a guide', entry: 'content-scripts/portal-blade.js', limit: '12 kB', scripts: scriptsOf },
  { name: 'popup, to open', entry: 'popup.html', limit: '35 kB', scripts: openingScriptsOf },
  { name: 'popup, later', entry: 'popup.html', limit: '12.2 kB', scripts: laterScriptsOf },
  { name: 'provider’s console', entry: 'provider-console.js', limit: '25 kB', scripts: () => ['provider-console.js'] },
];

export default budgets.map(({ name, entry, limit, scripts }) => ({
  name,
  path: (isBuilt() ? scripts(entry) : [entry]).map((script) => join(output, script)),
  limit,
  gzip: true,
}));
