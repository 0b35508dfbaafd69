import { fill } from '@latchkey/shared/words/fill';
import { html } from 'hono/html';
import { shownName } from '@latchkey/shared/words/shown-name';

/** Escaped markup. Everything that is put into it is escaped, unless it is markup itself. */
export type Html = ReturnType<typeof html>;

type Value = string | number | Html;

/** A name in its own direction, whatever the line around it. */
export const isolated = (name: string): Html => html`<bdi>${shownName(name)}</bdi>`;

/** A sentence of the words with its values; texts are names, so they are isolated. */
export function sentence(text: string, values: Readonly<Record<string, Value>> = {}): Html {
  const parts = text.split(/\{(\w+)\}/);
  return html`${parts.map((part, index) => (index % 2 === 0 ? part : valueOf(part, values)))}`;
}

/** The same without markup, for the title of the window. */
export const plainSentence = (text: string, values: Readonly<Record<string, string>> = {}): string =>
  fill(text, Object.fromEntries(Object.entries(values).map(([key, name]) => [key, shownName(name)])));

function valueOf(key: string, values: Readonly<Record<string, Value>>): Value {
  const value = Object.hasOwn(values, key) ? values[key] : undefined;
  if (value === undefined) return `{${key}}`;
  return isName(value) ? isolated(value) : value;
}

/** Markup of hono is a string object that knows it is escaped; a bare string is a name. */
const isName = (value: Value): value is string => typeof value === 'string' && !('isEscaped' in Object(value));
