import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

/** The top of the repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

export const places = {
  /** The production build of the extension; journeys may be given a copy, so that nobody builds it away under them. */
  extension: process.env['LATCHKEY_EXTENSION_BUILD'] ?? join(root, 'extension', '.output', 'chrome-mv3'),
  api: join(root, 'server', 'src', 'main.ts'),
  keys: join(root, 'server', 'src', 'keys-command.ts'),
  practiceTenant: join(root, 'server', 'sandbox', 'main.ts'),
  /** What a walk leaves behind: report, evidence, screenshots, and the database and request log that prove it. */
  walk: process.env['LATCHKEY_WALK'] ?? join(root, 'walk'),
  /** Where a person practises. Every `npm start` begins afresh; what the last one left can be looked at until then. */
  practice: join(root, '.practice'),
} as const;
