import { join } from 'node:path';
import { isBuilt, output, scriptsOf } from './.ci/checks/bundle.ts';

/** What a person loads, compressed: an entry with everything that it imports, now or later. */
const budgets = [
  { name: 'background', entry: 'background.js', limit: '30 kB' },
  { name: 'popup', entry: 'popup.html', limit: '35 kB' },
];

export default budgets.map(({ name, entry, limit }) => ({
  name,
  path: isBuilt() ? scriptsOf(entry).map((script) => join(output, script)) : [join(output, entry)],
  limit,
  gzip: true,
}));
