import type { PageWords } from '@latchkey/shared/words/page-words';
import { html } from 'hono/html';
import { claim } from './parts.ts';
import type { Html } from './sentence.ts';

interface Described {
  readonly allows: Html | string;
  readonly why: string | null;
}

/** A permission as a sentence; one that nobody has described is named by its claim value alone. */
export function permissionWords(value: string, words: PageWords): Described {
  const described: Readonly<Record<string, { readonly allows: string; readonly why: string }>> = words.permissions;
  return Object.hasOwn(described, value) ? (described[value] ?? unknown(value)) : unknown(value);
}

const unknown = (value: string): Described => ({ allows: html`${claim(value)}`, why: null });
