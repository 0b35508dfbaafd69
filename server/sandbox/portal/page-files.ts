import { Hono } from 'hono';
import type { Env } from '../log/logged.ts';
import { readPageFile } from '../page-file.ts';

const folder = new URL('page/', import.meta.url);
const read = new Map<string, ReturnType<typeof readPageFile>>();

/** Read once: every frame asks for all of them. */
function pageFile(name: string): ReturnType<typeof readPageFile> {
  if (!read.has(name)) read.set(name, readPageFile(folder, name));
  return read.get(name);
}

/** The scripts and styles of shell and blade, served by each from its own origin. */
export const pageFiles = () =>
  new Hono<Env>().get('/portal-page/:name', (c) => {
    const file = pageFile(c.req.param('name'));
    if (!file) return c.notFound();
    return c.body(file.body, 200, { 'content-type': `${file.type}; charset=utf-8`, 'cache-control': 'max-age=600' });
  });
