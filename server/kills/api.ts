import { flushCompileCache } from 'node:module';
import { serve } from '../src/serve.ts';
import { announcedEngine } from './announced-engine.ts';
import { announcedFetch } from './announced-fetch.ts';

// Whoever is killed writes nothing down at the end.
flushCompileCache();

// The server as it is, with somebody listening at its two borders: the database, and the network to Microsoft.
await serve(process.env, { around: announcedEngine, fetch: announcedFetch });
