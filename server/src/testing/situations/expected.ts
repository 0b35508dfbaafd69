import type { Owner } from '@latchkey/shared/invitations/standing';
import type { Cause, VerdictName } from '@latchkey/shared/validation/verdict';
import type { OwnProfile } from './own-profiles.ts';

/** What Latchkey must say about one situation of the practice tenant, in the end and on the way there. */
export interface Expected {
  readonly situation: string;
  readonly verdict: VerdictName;
  readonly owner: Owner;
  readonly cause: Cause;
  /** Microsoft's own number or code, where it names the cause more closely. */
  readonly code?: string;
  /** What was said before that, oldest first; the same in a row stands once. `all_proved` where nothing is said. */
  readonly before?: readonly Cause[];
  /** Nothing is validated: the consent itself, and the looks that follow it, are what it is about. */
  readonly watch?: true;
  /** Validated so often, half a minute apart; once where nothing is said. */
  readonly times?: number;
  readonly profile?: OwnProfile | 'direct-routing-application';
  /** In how many days the provider's secret ends, as the deployment was told. */
  readonly secretEndsInDays?: number;
}

type Rest = Omit<Expected, 'situation' | 'verdict' | 'owner' | 'cause'>;

const row =
  (verdict: VerdictName) =>
  (situation: string, owner: Owner, cause: Cause, code?: string | Rest, rest: Rest = {}): Expected => ({
    situation,
    verdict,
    owner,
    cause,
    ...(typeof code === 'string' ? { code, ...rest } : code),
  });
const [working, degraded, action, blocked, unreachable, unknown] = [
  row('working'),
  row('degraded'),
  row('action_needed'),
  row('blocked'),
  row('unreachable'),
  row('unknown'),
];

const watch = true;
/** Until an administrator has given the registration its directory role, that is what lacks. */
const application = { profile: 'direct-routing-application', before: ['role_missing'] } as const;
const teams = { profile: 'administers-teams' } as const;
const settled = { watch, before: ['propagation'] } as const;

/** The one table of expectations: a situation says what is true, and this what must be said about it. */
export const expectations: readonly Expected[] = [
  working('contoso-happy', 'nobody', 'all_proved', { watch, before: [] }),
  working('woodgrove-known-password', 'nobody', 'all_proved', { watch, before: [] }),
  action('fabrikam-box-not-ticked', 'customer', 'permission_one_person', { watch, before: [] }),

  working('contoso-settled-at-once', 'nobody', 'all_proved', { watch, before: [] }),
  working('fabrikam-settles-in-30-seconds', 'nobody', 'all_proved', settled),
  working('northwind-settles-in-two-minutes', 'nobody', 'all_proved', settled),
  action('litware-settles-never', 'customer', 'registration_absent', 'Request_ResourceNotFound', settled),
  unknown('adatum-old-token-with-old-rights', 'microsoft', 'token_not_fresh'),
  unknown('contoso-old-token-while-settling', 'microsoft', 'token_not_fresh', settled),
  action('proseware-grants-never-shown', 'customer', 'permission_missing', settled),
  working('tailspin-clock-a-minute-behind', 'nobody', 'all_proved', { watch, before: [] }),
  working('wingtip-clock-ten-minutes-behind', 'nobody', 'all_proved', settled),

  action('contoso-account-disabled', 'customer', 'account_disabled', 'AADSTS50057'),
  action('fabrikam-account-deleted', 'customer', 'account_disabled', 'AADSTS50034'),
  action('northwind-signed-out-by-an-administrator', 'customer', 'sign_in_again', 'AADSTS50173'),
  action('litware-ninety-days-of-silence', 'customer', 'sign_in_again', 'AADSTS700082'),
  action('adatum-role-taken-away', 'customer', 'role_missing'),
  action('proseware-role-to-be-activated', 'customer', 'role_not_active', { profile: 'reads-eligible-roles' }),
  working('tailspin-least-role-is-enough', 'nobody', 'all_proved', { before: [] }),
  action('contoso-sign-in-every-day', 'customer', 'sign_in_again', 'AADSTS70043'),
  action('fabrikam-second-factor', 'customer', 'mfa_required', 'AADSTS50076'),
  action('northwind-second-factor-each-time', 'customer', 'mfa_required', 'AADSTS50074'),
  action('litware-second-factor-anew', 'customer', 'mfa_required', 'AADSTS50078'),
  action('adatum-second-factor-to-be-registered', 'customer', 'mfa_required', 'AADSTS50079'),
  action('wingtip-challenge-of-somebody-else', 'customer', 'mfa_required', 'AADSTS50158'),
  blocked('contoso-registered-device', 'customer', 'conditional_access', 'AADSTS50097'),
  blocked('fabrikam-known-device', 'customer', 'conditional_access', 'AADSTS50131'),
  blocked('northwind-compliant-device', 'customer', 'conditional_access', 'AADSTS53000'),
  blocked('litware-domain-joined-device', 'customer', 'conditional_access', 'AADSTS53001'),
  blocked('adatum-approved-application', 'customer', 'conditional_access', 'AADSTS53002'),
  blocked('proseware-blocked-from-this-place', 'customer', 'conditional_access', 'AADSTS53003'),
  blocked('tailspin-risky-registration', 'customer', 'conditional_access', 'AADSTS53004'),
  blocked('wingtip-risk-at-home', 'customer', 'conditional_access', 'AADSTS53011'),
  blocked('contoso-tenant-restrictions', 'customer', 'conditional_access', 'AADSTS500021'),
  blocked('fabrikam-security-policy', 'customer', 'conditional_access', 'AADSTS530032'),
  blocked('northwind-security-defaults', 'customer', 'conditional_access', 'AADSTS530035'),

  action('contoso-registration-disabled', 'customer', 'registration_disabled', 'AADSTS7000112'),
  action('fabrikam-registration-disabled-and-still-let-in', 'customer', 'registration_disabled'),
  blocked('northwind-registration-disabled-by-microsoft', 'microsoft', 'registration_blocked_by_microsoft'),
  action('litware-only-for-the-assigned', 'customer', 'assignment_required', 'AADSTS50105'),
  action('adatum-registration-deleted', 'customer', 'consent_missing', 'AADSTS65001'),
  action('proseware-consent-withdrawn', 'customer', 'consent_missing', 'AADSTS65001'),
  action('tailspin-consent-withdrawn-between-two-reads', 'customer', 'permission_missing'),
  action('wingtip-permission-taken-away', 'customer', 'permission_missing'),
  action('contoso-may-not-read-the-directory', 'customer', 'token_without_scope', 'Authorization_RequestDenied'),
  degraded('fabrikam-more-granted-than-asked', 'customer', 'permission_surplus'),
  degraded('wingtip-optional-permission-taken-away', 'customer', 'permission_optional_missing', {
    profile: 'reads-domains-if-it-may',
  }),
  action('northwind-secret-expired', 'provider', 'provider_credential', 'AADSTS7000222'),
  action('litware-secret-replaced', 'provider', 'provider_credential', 'AADSTS7000215'),
  action('adatum-secret-id-in-place-of-its-value', 'provider', 'provider_credential', 'AADSTS7000215'),
  degraded('proseware-secret-ends-soon', 'provider', 'credential_expires', {
    secretEndsInDays: 20,
    before: [],
  }),

  action('contoso-graph-disabled', 'customer', 'resource_disabled', 'AADSTS500014'),
  action('fabrikam-graph-absent', 'customer', 'resource_absent', 'AADSTS500011'),
  action('northwind-graph-not-bought', 'customer', 'resource_unlicensed', 'AADSTS650052'),
  action('adatum-telephony-not-bought', 'customer', 'resource_unlicensed', 'PaymentRequired'),
  action(
    'proseware-premium-not-bought',
    'customer',
    'resource_unlicensed',
    'Authentication_RequestFromNonPremiumTenantOrB2CTenant',
  ),
  unknown('tailspin-telephony-refuses-without-a-reason', 'provider', 'workload_unreadable', 'Forbidden'),

  working('proseware-teams-administration-answers', 'nobody', 'all_proved', { ...teams, before: [] }),
  action('tailspin-teams-administration-disabled', 'customer', 'resource_disabled', teams),
  action('wingtip-teams-administration-absent', 'customer', 'resource_absent', teams),
  working('litware-teams-administration-absent-and-optional', 'nobody', 'all_proved', {
    profile: 'administers-teams-if-it-may',
    before: [],
  }),
  action('contoso-teams-administration-not-bought', 'customer', 'resource_unlicensed', 'AADSTS650052', teams),
  unreachable('fabrikam-teams-administration-throttled', 'microsoft', 'throttled', teams),
  unknown('northwind-teams-administration-refuses-without-a-reason', 'provider', 'workload_unreadable', teams),
  unknown('adatum-teams-administration-cut-off', 'provider', 'workload_unreadable', 'answer_malformed', teams),

  unreachable('contoso-throttled-inside-a-batch', 'microsoft', 'throttled'),
  working('fabrikam-throttled-once', 'nobody', 'all_proved', { times: 2, before: ['all_proved', 'throttled'] }),
  unreachable('northwind-token-throttled', 'microsoft', 'throttled'),
  unreachable('litware-sign-in-service-out-of-order', 'microsoft', 'no_network', 'AADSTS90033'),
  unreachable('adatum-graph-out-of-order', 'microsoft', 'no_network'),
  unknown('proseware-page-in-place-of-graph', 'customer', 'grants_unreadable', 'answer_malformed'),
  unknown('tailspin-page-in-place-of-a-token', 'provider', 'token_refused'),
  unknown('wingtip-graph-cut-off', 'customer', 'grants_unreadable', 'answer_malformed'),
  unknown('contoso-token-cut-off', 'provider', 'token_refused'),
  unreachable('fabrikam-graph-hangs-up', 'nobody', 'no_network'),
  unreachable('northwind-sign-in-service-hangs-up', 'nobody', 'no_network'),
  unknown('litware-next-page-at-somebody-elses', 'customer', 'grants_unreadable', 'answer_malformed'),
  unknown('adatum-grants-not-shown', 'customer', 'grants_unreadable', 'Authorization_RequestDenied'),
  action('contoso-application-without-a-role', 'customer', 'role_missing', { ...application, before: [] }),
  working('fabrikam-application-with-its-role', 'nobody', 'all_proved', application),
  working('northwind-application-with-the-least-role', 'nobody', 'all_proved', application),
  working('northwind-application-consented-before', 'nobody', 'all_proved', application),
  working('litware-application-settles-in-30-seconds', 'nobody', 'all_proved', {
    ...settled,
    profile: 'application-without-a-role',
  }),
  action('wingtip-application-settles-never', 'customer', 'registration_absent', {
    ...settled,
    profile: 'application-without-a-role',
  }),
  unknown('adatum-application-with-an-old-token', 'microsoft', 'token_not_fresh', application),
  action('proseware-application-deleted', 'customer', 'registration_absent', 'AADSTS700016', application),
  action('tailspin-application-disabled', 'customer', 'registration_disabled', 'AADSTS7000112', application),
  action(
    'wingtip-application-withdrawn',
    'customer',
    'token_without_scope',
    'Authorization_RequestDenied',
    application,
  ),
  action('contoso-application-role-taken-away', 'customer', 'permission_missing', application),
  action('fabrikam-application-secret-expired', 'provider', 'provider_credential', 'AADSTS7000222', application),
  action(
    'northwind-application-secret-id-in-place-of-its-value',
    'provider',
    'provider_credential',
    'AADSTS7000215',
    application,
  ),
  working('proseware-application-by-a-certificate', 'nobody', 'all_proved', application),
  action('tailspin-certificate-mismatch', 'provider', 'provider_credential', 'AADSTS700027', application),
  action('wingtip-certificate-expired', 'provider', 'provider_credential', 'AADSTS700027', application),
  degraded('contoso-certificate-expires-soon', 'provider', 'credential_expires', application),
  unreachable('litware-application-throttled', 'microsoft', 'throttled', application),
  working('adatum-application-and-a-policy-for-people', 'nobody', 'all_proved', application),
  action('proseware-answers-of-another-tenant', 'provider', 'tenant_mismatch', { watch, before: [] }),
];
