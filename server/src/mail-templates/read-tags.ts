import type { TemplateFault } from '@latchkey/shared/mail/template-fault';
import mustache from 'mustache';

/** One tag of a template. */
export interface Tag {
  readonly name: string;
  readonly line: number;
  /** How many sections it stands in. */
  readonly depth: number;
  /** A name or a section; not a part of another template, and nothing that changes what a tag looks like. */
  readonly isPlain: boolean;
}

type Read =
  | { readonly ok: true; readonly tags: readonly Tag[] }
  | {
      readonly ok: false;
      readonly fault: Extract<TemplateFault['kind'], `${'tag' | 'section'}_${string}`>;
      readonly line: number | null;
      readonly name: string | null;
    };

/** As the library gives them: kind, text, where it begins and ends, and what stands in a section. */
type Token = readonly [kind: string, text: string, start: number, end: number, inner?: unknown];

const plain = new Set(['name', '&', '#', '^']);
const longestName = 60;

/** The tags of a template; or why it cannot be read, and where. */
export function readTags(text: string): Read {
  try {
    // A reader of its own each time: the library's keeps whatever it has read, and drafts come with each key that is pressed.
    const tokens = new mustache.Writer().parse(text) as unknown as readonly Token[];
    return { ok: true, tags: tagsOf(text, tokens, 0) };
  } catch (error) {
    return { ok: false, ...faultOf(text, error instanceof Error ? error.message : '') };
  }
}

const lineAt = (text: string, place: number): number => text.slice(0, place).split('\n').length;

const tagsOf = (text: string, tokens: readonly Token[], depth: number): readonly Tag[] =>
  tokens.flatMap(([kind, name, start, , inner]): readonly Tag[] => {
    if (kind === 'text' || kind === '!') return [];
    const tag = { name: name.slice(0, longestName), line: lineAt(text, start), depth, isPlain: plain.has(kind) };
    return [tag, ...(Array.isArray(inner) ? tagsOf(text, inner as readonly Token[], depth + 1) : [])];
  });

/** The library says a place in words: `Unclosed section "Name" at 12`. */
function faultOf(text: string, message: string): Omit<Extract<Read, { ok: false }>, 'ok'> {
  const at = Number(message.slice(message.lastIndexOf(' ') + 1));
  const quoted = message.slice(message.indexOf('"') + 1, message.lastIndexOf('"'));
  const named = { name: quoted.slice(0, longestName), line: Number.isNaN(at) ? null : lineAt(text, at) };
  if (message.startsWith('Unclosed section')) return { fault: 'section_open', ...named };
  if (message.startsWith('Unopened section')) return { fault: 'section_unopened', ...named };
  if (message.startsWith('Unclosed tag'))
    return { fault: 'tag_open', name: null, line: lineAt(text, text.lastIndexOf('{{')) };
  return { fault: 'tag_refused', name: null, line: null };
}
