import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { Hono } from 'hono';
import type { AssetAddresses } from './model.ts';
import { paths } from './paths.ts';

const types = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
} as const;

interface Asset {
  readonly name: string;
  readonly type: string;
  readonly body: string;
}

/** The files that the pages link to, each under a name that changes with its content. */
export interface PageAssets {
  readonly addresses: AssetAddresses;
  readonly files: ReadonlyMap<string, Asset>;
}

/** Reads the files once; the composition root calls it. */
export function loadPageAssets(): PageAssets {
  const [tokens, pages, script, icon] = [read('tokens.css'), read('pages.css'), read('pages.js'), read('latchkey.svg')];
  const address = (asset: Asset): string => `${paths.assets}/${asset.name}`;
  return {
    addresses: { styles: [tokens, pages].map(address), script: address(script), icon: address(icon) },
    files: new Map([tokens, pages, script, icon].map((asset) => [asset.name, asset])),
  };
}

function read(file: string): Asset {
  const body = readFileSync(new URL(`assets/${file}`, import.meta.url), 'utf8');
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 16);
  const extension = extname(file) as keyof typeof types;
  return { name: `${file.slice(0, -extension.length)}.${hash}${extension}`, type: types[extension], body };
}

/** Serves them. A name carries the hash of its content, so a browser may keep it for ever. */
export const pageAssetRoutes = ({ files }: PageAssets): Hono =>
  new Hono().get(`${paths.assets}/:name`, (c) => {
    const asset = files.get(c.req.param('name'));
    if (asset === undefined) return c.notFound();
    return c.body(asset.body, 200, {
      'content-type': asset.type,
      'cache-control': 'public, max-age=31536000, immutable',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    });
  });
