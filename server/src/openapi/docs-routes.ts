import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { Scalar } from '@scalar/hono-api-reference';
import type { Hono } from 'hono';
import type { HttpEnvironment } from '../http/context.ts';

const scriptPath = '/docs/reference.js';

/** The description as JSON, and a page to read it. The page's one script is served by us, and may speak to nobody else. */
export function mountDocs(
  app: Hono<HttpEnvironment>,
  { title, describe }: { readonly title: string; readonly describe: () => object },
): void {
  let description: object | undefined;
  let script: Promise<Uint8Array<ArrayBuffer>> | undefined;

  app.get('/openapi.json', (c) => c.json((description ??= describe())));

  app.get('/docs', (c, next) => {
    const nonce = randomBytes(16).toString('base64url');
    c.header('content-security-policy', policy(nonce));
    return Scalar<HttpEnvironment>({
      url: '/openapi.json',
      cdn: scriptPath,
      nonce,
      pageTitle: title,
      withDefaultFonts: false,
      telemetry: false,
      hideClientButton: true,
      hideTestRequestButton: true,
      showDeveloperTools: 'never',
      agent: { disabled: true },
      mcp: { disabled: true },
    })(c, next);
  });

  app.get(scriptPath, async (c) => {
    script ??= packedScript();
    return c.body(await script, 200, {
      'content-type': 'text/javascript; charset=utf-8',
      'content-encoding': 'gzip',
      'cache-control': 'public, max-age=3600',
    });
  });
}

/** Whatever the script would like to load: from here, or not at all. */
const policy = (nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'self'`,
    // It writes style elements of its own, some of them without the nonce.
    "style-src 'unsafe-inline'",
    "connect-src 'self'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

/** Four megabytes: read and packed once, when somebody first asks. */
async function packedScript(): Promise<Uint8Array<ArrayBuffer>> {
  const file = new URL('./browser/standalone.js', import.meta.resolve('@scalar/api-reference'));
  return new Uint8Array(await promisify(gzip)(await readFile(file)));
}
