import type { Method } from '@latchkey/shared/invitations/method';
import type { ExtensionWords } from '../look/words.ts';

/** What an operator types for a method with a password. It lives in the page's memory, until it was sent or the page is left. */
export interface PasswordFields {
  readonly username: string;
  readonly password: string;
  readonly name: string;
  readonly date: string;
  readonly how: string;
}
/** What of it outlives the page, as long as the console is open: all but the password. */
export interface MethodDraft {
  readonly chosen: Method;
  readonly fields: Omit<PasswordFields, 'password'>;
  /** The permission profile that the customer is asked by. */
  readonly profileId: string;
}
export type PasswordFault = keyof PasswordFields;
export type PasswordFaults = Partial<Record<PasswordFault, string>>;

export const noPassword: PasswordFields = { username: '', password: '', name: '', date: '', how: '' };

const hasName = (username: string): boolean => /^[^\s@]+@[^\s@]+$/.test(username.trim());

/** What is missing. The password itself is taken as it is: nobody here knows the customer's rules. */
export function passwordFaults(fields: PasswordFields, words: ExtensionWords): PasswordFaults {
  const { usernameMissing, passwordMissing } = words.passwords;
  return {
    ...(hasName(fields.username) ? {} : { username: usernameMissing }),
    ...(fields.password === '' ? { password: passwordMissing } : {}),
  };
}

export function agreementFaults({ name, date, how }: PasswordFields, words: ExtensionWords): PasswordFaults {
  const { agreementNameMissing, agreementDateMissing, agreementHowMissing } = words.passwords;
  return {
    ...(name.trim() === '' ? { name: agreementNameMissing } : {}),
    ...(/^\d{4}-\d{2}-\d{2}$/.test(date) ? {} : { date: agreementDateMissing }),
    ...(how.trim() === '' ? { how: agreementHowMissing } : {}),
  };
}

/** A space that nobody sees is kept, and told. */
export const hasSpacesAtEnds = (password: string): boolean => password !== password.trim();
