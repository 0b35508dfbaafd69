import { aadstsFault } from '@latchkey/shared/errors/aadsts/aadsts-faults';
import { findIds } from '@latchkey/shared/errors/doctor/find-ids';
import { unfold } from '@latchkey/shared/errors/doctor/unfold';
import type { RefusalMeaning } from '@latchkey/shared/errors/microsoft-fault';
import { oauthFault } from '@latchkey/shared/errors/oauth-faults';
import type { ReadsRefusals, RedirectRefusal } from '../consent/sign-in.ts';

/** The AADSTS number that an error text carries; null when there is none. The text itself is never shown or branched on. */
export function aadstsNumber(text: string | null | undefined): number | null {
  const [, digits] = /\bAADSTS(\d{5,7})\b/.exec(text ?? '') ?? [];
  return digits === undefined ? null : Number(digits);
}

const codes = {
  declined: 'consent_declined',
  not_allowed: 'consent_needs_admin',
  wrong_tenant: 'consent_tenant_mismatch',
  approval_requested: 'consent_approval_requested',
} as const satisfies Record<RefusalMeaning, RedirectRefusal>;

/**
 * The catalogue code of an error redirect. OAuth's `error` decides whether Microsoft refused or could not answer; the number says
 * by which of the refusals it is told. What nobody knows gets honest words: Microsoft's answer did not hold.
 */
export const redirectRefusal: ReadsRefusals = (error, description) => {
  const aadsts = aadstsNumber(description);
  const { correlationId } = findIds(unfold(description ?? ''), []);
  return { code: codeOf(error, aadsts), aadsts, correlationId };
};

function codeOf(error: string, aadsts: number | null): RedirectRefusal {
  const contract = oauthFault(error);
  if (contract?.class === 'outage') return 'microsoft_unreachable';
  // A number is more particular than OAuth's word: `access_denied` with one need not be a decline.
  const meaning = (aadsts === null ? contract : aadstsFault(aadsts))?.refusal;
  return meaning === undefined ? 'consent_answer_refused' : codes[meaning];
}
