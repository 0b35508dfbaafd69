import { buildExtension } from './setup/extension-build.mjs';

await buildExtension();
console.log('The extension is built: extension/.output/chrome-mv3');
