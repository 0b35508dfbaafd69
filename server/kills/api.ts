import { flushCompileCache } from 'node:module';
import { serve } from '../src/serve.ts';
import type { Job } from '../src/work/run-work.ts';
import { announcedEngine } from './announced-engine.ts';
import { announcedFetch } from './announced-fetch.ts';

// Whoever is killed writes nothing down at the end.
flushCompileCache();

/** What comes once a minute would be waited for at each death. */
const each = ({ kind, everyMs }: Job): number => (kind === 'expire' || kind === 'remind' ? 500 : everyMs);

// The server as it is, with somebody listening at its two borders: the database, and the network to Microsoft.
await serve(process.env, {
  around: announcedEngine,
  fetch: announcedFetch,
  jobs: (jobs) => jobs.map((job) => ({ ...job, everyMs: each(job) })),
});
