import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';

const types = { ts: 'text/javascript', css: 'text/css' } as const;

/** A file of a page of the practice tenant; its TypeScript is sent without its types. */
export function readPageFile(folder: URL, name: string): { readonly body: string; readonly type: string } | undefined {
  const [, ending] = /^[a-z-]+\.(ts|css)$/.exec(name) ?? [];
  if (ending !== 'ts' && ending !== 'css') return undefined;
  try {
    const text = readFileSync(new URL(name, folder), 'utf8');
    return { body: ending === 'ts' ? stripTypeScriptTypes(text) : text, type: types[ending] };
  } catch {
    return undefined;
  }
}
