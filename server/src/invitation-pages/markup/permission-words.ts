import type { PageWords } from '@latchkey/shared/words/page-words';
import { html } from 'hono/html';
import { claim } from './parts.ts';
import type { Html } from './sentence.ts';

interface Described {
  readonly allows: Html | string;
  readonly why: string | null;
  /** The claim value, where the sentence does not name it already. */
  readonly value?: string;
}

/** A permission as a sentence; one that nobody has described is named by its claim value alone. */
export function permissionWords(value: string, words: PageWords): Described {
  const described: Readonly<Record<string, { readonly allows: string; readonly why: string }>> = words.permissions;
  const found = Object.hasOwn(described, value) ? described[value] : undefined;
  return found === undefined
    ? { allows: html`${claim(value)}`, why: null }
    : { allows: found.allows, why: found.why, value };
}
