import type { ErrorCode } from '@latchkey/shared/errors/catalogue';
import type { AdoptionRefusal } from '@latchkey/shared/invitations/adoption-outcomes';
import type { TokenObservation } from '@latchkey/shared/validation/observation';
import type { Cause } from '@latchkey/shared/validation/verdict';
import type { Judged } from '../validation/observe.ts';

type Refusal =
  | AdoptionRefusal
  | Extract<ErrorCode, 'microsoft_unreachable' | 'microsoft_throttled' | 'changed_meanwhile'>;

const byCause: Partial<Record<Cause, AdoptionRefusal>> = {
  registration_absent: 'not_consented',
  consent_missing: 'not_consented',
  registration_disabled: 'registration_disabled',
  registration_blocked_by_microsoft: 'registration_blocked',
  provider_credential: 'provider_credential',
};

/**
 * Why a tenant's consent is not adopted; undefined where it is. A connection comes only of grants that were read back from the very
 * tenant, and hold something of what is required; what else is wrong with it is its verdict.
 */
export function whyNotAdopted(token: TokenObservation, { verdict, lines, isSilent, waitSeconds }: Judged) {
  const tenant = verdict.checks.find(({ id }) => id === 'tenant')?.result;
  // What is another tenant's is never this one's, whatever else was found of it.
  if (tenant === 'failed') return 'wrong_tenant';
  const named = byCause[verdict.cause];
  if (named !== undefined) return named;
  if (verdict.verdict === 'unreachable' || (isSilent && lines === null)) return silence(waitSeconds);
  if (token.state !== 'issued') return 'token_refused';
  if (lines === null || tenant === 'not_tried')
    return token.permissions?.length === 0 ? 'not_consented' : 'grants_unreadable';
  return lines.some(({ finding }) => finding === 'granted') ? undefined : 'not_consented';
}

const silence = (waitSeconds: number | null): Refusal =>
  waitSeconds === null ? 'microsoft_unreachable' : 'microsoft_throttled';
