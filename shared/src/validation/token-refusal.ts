import type { Fault } from './findings.ts';
import type { TokenObservation } from './observation.ts';

type Refusal = Extract<TokenObservation, { state: 'refused' }>;
type Rule = Omit<Fault, 'evidence'>;

const rule = (verdict: Fault['verdict'], cause: Fault['cause'], owner: Fault['owner'], propagates = false): Rule => ({
  verdict,
  cause,
  owner,
  propagates,
});

/** By AADSTS number where the number says more than OAuth's `error`. Source: learn.microsoft.com reference-error-codes. */
const byNumber: Readonly<Record<number, Rule>> = {
  50053: rule('action_needed', 'account_disabled', 'customer'),
  50057: rule('action_needed', 'account_disabled', 'customer'),
  50034: rule('action_needed', 'account_disabled', 'customer'),
  50076: rule('action_needed', 'mfa_required', 'customer'),
  50079: rule('action_needed', 'mfa_required', 'customer'),
  50158: rule('action_needed', 'mfa_required', 'customer'),
  53000: rule('blocked', 'conditional_access', 'customer'),
  53001: rule('blocked', 'conditional_access', 'customer'),
  53002: rule('blocked', 'conditional_access', 'customer'),
  53003: rule('blocked', 'conditional_access', 'customer'),
  530032: rule('blocked', 'conditional_access', 'customer'),
  530034: rule('blocked', 'conditional_access', 'customer'),
  530035: rule('blocked', 'conditional_access', 'customer'),
  65001: rule('action_needed', 'consent_missing', 'customer', true),
  700016: rule('action_needed', 'registration_absent', 'customer', true),
  7000112: rule('action_needed', 'registration_disabled', 'customer'),
  7000229: rule('action_needed', 'registration_absent', 'customer', true),
  7000215: rule('action_needed', 'provider_credential', 'provider'),
  7000222: rule('action_needed', 'provider_credential', 'provider'),
  700027: rule('action_needed', 'provider_credential', 'provider'),
};

/** Control flow follows OAuth's `error` and `suberror`; the number chooses the cause where it is known. */
const byError: Readonly<Record<string, Rule>> = {
  invalid_grant: rule('action_needed', 'sign_in_again', 'customer'),
  interaction_required: rule('action_needed', 'sign_in_again', 'customer'),
  login_required: rule('action_needed', 'sign_in_again', 'customer'),
  consent_required: rule('action_needed', 'consent_missing', 'customer', true),
  invalid_client: rule('action_needed', 'provider_credential', 'provider'),
  unauthorized_client: rule('action_needed', 'provider_credential', 'provider'),
  temporarily_unavailable: rule('unreachable', 'no_network', 'microsoft'),
  server_error: rule('unreachable', 'no_network', 'microsoft'),
};

/** Only what stands in the table: a name such as `constructor` is no rule, and no rule would be no fault. */
const ruleOf = (error: string): Rule | undefined => (Object.hasOwn(byError, error) ? byError[error] : undefined);

/** What a refused token means. A refusal that we do not know is `unknown`: honest words and Microsoft's own number, never a guess. */
export function tokenRefusal({ error, suberror, aadsts }: Refusal): Fault {
  const known =
    (aadsts !== null && Object.hasOwn(byNumber, aadsts) ? byNumber[aadsts] : undefined) ??
    ruleOf(suberror === 'consent_required' ? suberror : error);
  return { ...(known ?? rule('unknown', 'token_refused', 'provider')), evidence: 'none' };
}
