import { buildExtension } from './setup/extension-build.mjs';

await buildExtension();
