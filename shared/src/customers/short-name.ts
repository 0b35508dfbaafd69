import { err, ok, type Result } from '../result.ts';

/** Why a short name is refused. */
export type ShortNameFault = 'short_name_length' | 'short_name_character' | 'short_name_reserved';

/** The characters that a short name must not hold, for the words beside the field. White space of any kind is refused too. */
export const shortNameForbidden = '\\ / : * ? " < > | .';

const forbidden = /[\\/:*?"<>|.\s\p{Cc}\p{Cf}]/u;
const shortest = 3;
const longest = 15;

/** Checks a service's short name: 3 to 15 characters, none of `\ / : * ? " < > | .` or white space, not `audit`. Gives it in NFC. */
export function readShortName(typed: string): Result<string, ShortNameFault> {
  const name = typed.normalize('NFC');
  if (forbidden.test(name)) return err('short_name_character');
  const length = [...name].length;
  if (length < shortest || length > longest) return err('short_name_length');
  if (shortNameKey(name) === 'audit') return err('short_name_reserved');
  return ok(name);
}

/** Two short names with the same key are the same name: NFC, without regard to case. */
export const shortNameKey = (name: string): string => name.normalize('NFC').toLowerCase().normalize('NFC');
