import type { ErrorEntry } from './error-entry.ts';
import { pageErrors } from './page-errors.ts';
import { policyErrors } from './policy-errors.ts';
import { tokenErrors } from './token-errors.ts';

export type SignInErrorCode = keyof typeof pageErrors | keyof typeof policyErrors | keyof typeof tokenErrors;

/** Every error that the practice tenant can give, by Microsoft's number. `{name}` is filled in. */
export const signInErrors: Readonly<Record<SignInErrorCode, ErrorEntry>> = {
  ...pageErrors,
  ...policyErrors,
  ...tokenErrors,
};

/** What stands in the place of `{name}` in a text. */
export type Filling = Readonly<Partial<Record<Blank, string>>>;
type Blank = 'redirect' | 'client' | 'account' | 'home' | 'tenant' | 'name' | 'value' | 'scope' | 'resource' | 'reason';

/** An error with its text filled in. */
export interface Refusal extends Omit<ErrorEntry, 'source' | 'says'> {
  readonly code: SignInErrorCode;
  readonly message: string;
}

export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal };

export const done = <Value>(value: Value): Outcome<Value> => ({ ok: true, value });

/** Makes the refusal of a number. */
export function refusal(code: SignInErrorCode, filling: Filling = {}): Refusal {
  const { source: _source, says, ...entry } = signInErrors[code];
  const message = says.replaceAll(/\{(\w+)\}/g, (_, blank: string) => (filling as Record<string, string>)[blank] ?? '');
  return { code, ...entry, message: `AADSTS${code}: ${message}` };
}

export const refuse = (code: SignInErrorCode, filling: Filling = {}): { ok: false; refusal: Refusal } => ({
  ok: false,
  refusal: refusal(code, filling),
});
