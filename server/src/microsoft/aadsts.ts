import type { ReadsRefusals, RedirectRefusal } from '../consent/sign-in.ts';

/** The AADSTS number that an error text carries; null when there is none. The text itself is never shown or branched on. */
export function aadstsNumber(text: string | null | undefined): number | null {
  const [, digits] = /\bAADSTS(\d{5,7})\b/.exec(text ?? '') ?? [];
  return digits === undefined ? null : Number(digits);
}

/** Numbers that say more than OAuth's `error`. Source: learn.microsoft.com reference-error-codes. */
const byNumber: Readonly<Record<number, RedirectRefusal>> = {
  65004: 'consent_declined',
  65001: 'consent_needs_admin',
  90094: 'consent_needs_admin',
  90095: 'consent_needs_admin',
  90097: 'consent_needs_admin',
  90093: 'consent_needs_admin',
  50105: 'consent_needs_admin',
  50020: 'consent_tenant_mismatch',
  50034: 'consent_tenant_mismatch',
  90072: 'consent_tenant_mismatch',
  16000: 'consent_tenant_mismatch',
  500212: 'consent_tenant_mismatch',
  500213: 'consent_tenant_mismatch',
};

const byError: Readonly<Record<string, RedirectRefusal>> = {
  access_denied: 'consent_declined',
  consent_required: 'consent_declined',
  interaction_required: 'consent_needs_admin',
  login_required: 'consent_needs_admin',
  temporarily_unavailable: 'microsoft_unreachable',
  server_error: 'microsoft_unreachable',
};

/**
 * The catalogue code of an error redirect. Declining comes back as `access_denied` or `consent_required` (both seen), with 65004.
 * What nobody knows gets honest words: Microsoft's answer did not hold.
 */
export const redirectRefusal: ReadsRefusals = (error, description) => {
  const aadsts = aadstsNumber(description);
  return { code: codeOf(error, aadsts), aadsts };
};

function codeOf(error: string, aadsts: number | null): RedirectRefusal {
  const known = aadsts === null ? undefined : byNumber[aadsts];
  if (known !== undefined) return known;
  // A number that we do not know is more particular than OAuth's word: `access_denied` with it need not be a decline.
  if (aadsts !== null && error === 'access_denied') return 'consent_answer_refused';
  return (Object.hasOwn(byError, error) ? byError[error] : undefined) ?? 'consent_answer_refused';
}
