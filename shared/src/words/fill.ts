import { shownName } from './shown-name.ts';

/** A sentence that depends on a number: one form each, as the language needs them. */
export interface Plural {
  readonly one: string;
  readonly other: string;
}

/**
 * Puts values where a sentence says `{name}`, without what nobody can see: a name that others chose turns no sentence around.
 * A name without a value stays visible: a missing word must be seen, not guessed.
 */
export const fill = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? shownName(String(values[name])) : whole,
  );

/** The right form for `count`, with `{count}` filled in. `language` is a BCP 47 tag. */
export function plural(
  forms: Plural,
  count: number,
  language: string,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const form = new Intl.PluralRules(language).select(count) === 'one' ? forms.one : forms.other;
  return fill(form, { count, ...values });
}
