import { Hono } from 'hono';
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import type { Env } from '../log/logged.ts';

const types = { ts: 'text/javascript', css: 'text/css' } as const;

/** A file of the portal's own pages; its TypeScript is sent without its types. */
function pageFile(name: string): { readonly body: string; readonly type: string } | undefined {
  const [, ending] = /^[a-z-]+\.(ts|css)$/.exec(name) ?? [];
  if (ending !== 'ts' && ending !== 'css') return undefined;
  try {
    const text = readFileSync(new URL(`page/${name}`, import.meta.url), 'utf8');
    return { body: ending === 'ts' ? stripTypeScriptTypes(text) : text, type: types[ending] };
  } catch {
    return undefined;
  }
}

/** The scripts and styles of shell and blade, served by each from its own origin. */
export const pageFiles = () =>
  new Hono<Env>().get('/portal-page/:name', (c) => {
    const file = pageFile(c.req.param('name'));
    if (!file) return c.notFound();
    return c.body(file.body, 200, { 'content-type': `${file.type}; charset=utf-8`, 'cache-control': 'no-store' });
  });
