import { linkSequence, openingNames, type TemplateName } from '@latchkey/shared/mail/mail-template';
import { shownName } from '@latchkey/shared/words/shown-name';
import mustache from 'mustache';
import type { Template } from '../mail-templates/mail-template-repository.ts';
import type { Block } from '../mail/letter.ts';

/** What each name stands for. Null for what there is none of: a section of that name is left out. */
export type TemplateValues = Readonly<Record<TemplateName, string | null>>;

export interface Rendered {
  readonly subject: string;
  readonly blocks: readonly Block[];
}

export interface RenderedLink {
  readonly href: string;
  readonly label: string;
  readonly hint: string;
}

/** No template can name it: names are letters. */
const linkName = '_link';

/** What is a list already; everything else is one line, whatever its owner typed. */
const lists = new Set(['Permissions', 'Changes']);
const nothingThatOpens = Object.fromEntries(openingNames.map((name) => [name, null]));
const lineOf = (value: string): string => shownName(value.replace(/\s+/g, ' '));

/** A letter of a template. Its subject is given nothing that opens anything: whoever sees a list of mails sees subjects. */
export function renderTemplate({ subject, body }: Template, values: TemplateValues, link: RenderedLink): Rendered {
  const view = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, value === null || lists.has(name) ? value : lineOf(value)]),
  );
  // A writer of its own each time: the library's keeps whatever it has read, and drafts of a template come with each key.
  const render = (text: string, more: object) =>
    new mustache.Writer().render(text, { ...view, ...more }, {}, { escape: String });
  const written = render(body.replaceAll('\r\n', '\n').replaceAll(linkSequence, `{{{${linkName}}}}`), {
    [linkName]: link.href,
  });
  return { subject: lineOf(render(subject, nothingThatOpens)), blocks: blocksOf(written, link) };
}

function blocksOf(text: string, link: RenderedLink): readonly Block[] {
  return text
    .split(/\n[ \t]*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part): Block => {
      const lines = part.split('\n').map((line) => line.trim());
      if (part === link.href) return { kind: 'link', ...link };
      if (lines.every((line) => line.startsWith('- ')))
        return { kind: 'list', items: lines.map((line) => line.slice(2)) };
      if (lines.length === 1 && part.startsWith('## ')) return { kind: 'heading', text: part.slice(3) };
      const text = lines.join(' ');
      return { kind: 'paragraph', text, ...(text.includes(link.href) && { href: link.href }) };
    });
}
