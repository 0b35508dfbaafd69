import type { Cause } from '../../validation/verdict.ts';

interface CauseWords {
  readonly happened: string;
  readonly next: string;
}

/** Why a consent is not proved, said to the customer’s administrator. */
export const causes = {
  all_proved: { happened: 'Everything was proved.', next: 'Nothing to do.' },
  never_validated: {
    happened: 'Nobody has checked yet whether it works.',
    next: '{provider} checks it. Nothing to do for you.',
  },
  permission_missing: {
    happened: 'A permission that is needed was not granted.',
    next: 'Approve once more, for the organisation.',
  },
  permission_one_person: {
    happened: 'A permission holds for one person only.',
    next: 'Approve once more, for the organisation.',
  },
  permission_disabled: {
    happened: 'Microsoft has switched off a permission that is needed.',
    next: '{provider} takes it up with Microsoft. Nothing to do for you.',
  },
  permission_optional_missing: {
    happened: 'A permission that is useful, not needed, was not granted.',
    next: 'You may leave it so.',
  },
  permission_surplus: {
    happened: 'More is granted in your tenant than {provider} asked for.',
    next: 'You may revoke what was not asked for.',
  },
  tenant_mismatch: {
    happened: 'The answer came from another organisation than {organization}.',
    next: '{provider} cancels this invitation and sends a new one.',
  },
  registration_absent: {
    happened: 'The app of {provider} is not in your tenant.',
    next: 'Approve once more, for the organisation.',
  },
  registration_being_made: {
    happened: 'Microsoft is still putting the app of {provider} into your tenant.',
    next: 'Nothing to do for you. Look again in a while.',
  },
  registration_disabled: {
    happened: 'The app of {provider} is switched off in your tenant.',
    next: 'In the Entra admin centre: Enterprise apps, the app, Properties, “Enabled for users to sign in”. Then look again.',
  },
  registration_blocked_by_microsoft: {
    happened: 'Microsoft has disabled the app of {provider}.',
    next: '{provider} must take that up with Microsoft. Nothing to do for you.',
  },
  consent_missing: {
    happened: 'The consent is gone, or was never given.',
    next: 'Approve once more, for the organisation.',
  },
  sign_in_again: {
    happened: 'The sign-in behind the approval has ended.',
    next: '{provider} sends a new invitation. Nothing to do for you until then.',
  },
  mfa_required: {
    happened: 'Your organisation asks for a second factor that was not given.',
    next: '{provider} sends a new invitation. Complete the second factor when you sign in.',
  },
  conditional_access: {
    happened: 'A Conditional Access policy of {organization} blocks the app of {provider}.',
    next: 'Look up the correlation id in your sign-in log, and let the app pass. Then tell {provider}.',
  },
  account_disabled: {
    happened: 'The account that approved is disabled or locked.',
    next: 'Enable it, then look again.',
  },
  provider_credential: {
    happened: 'Microsoft did not accept the credential of {provider} itself.',
    next: '{provider} must mend it. Nothing to do for you.',
  },
  token_refused: {
    happened: 'Microsoft refused access, for a reason that we do not know.',
    next: 'Send the code and the ids below to {provider}.',
  },
  token_not_fresh: {
    happened: 'Microsoft answered with an access from before your approval. That says nothing about it.',
    next: 'Look again in a few minutes.',
  },
  token_without_scope: {
    happened: 'Microsoft issued an access that does not carry what you approved.',
    next: '{provider} sends a new invitation. Nothing to do for you until then.',
  },
  assignment_required: {
    happened: 'In your tenant only assigned users may use the app of {provider}.',
    next: 'In the Entra admin centre: Enterprise apps, the app, Users and groups: assign the account. Then look again.',
  },
  resource_absent: {
    happened: 'A service that is needed, for example Teams, is not set up in your tenant.',
    next: 'Set it up, then approve once more.',
  },
  resource_disabled: {
    happened: 'A service that is needed is switched off in your tenant.',
    next: 'In the Entra admin centre: Enterprise apps, Microsoft applications: switch it on. Then look again.',
  },
  resource_unlicensed: {
    happened: 'Your organisation has no licence for a service that is needed.',
    next: 'Assign a licence with Teams Phone, then look again.',
  },
  role_missing: {
    happened: 'A directory role is missing that Teams asks for.',
    next: 'Assign the role named below, then look again.',
  },
  role_not_active: {
    happened: 'The directory role that Teams asks for is not active.',
    next: 'Make the role assignment active, then look again.',
  },
  roles_unreadable: {
    happened: 'The directory roles could not be read, so nothing is known about them.',
    next: 'Look again in a few minutes. If it stays, send the ids below to {provider}.',
  },
  workload_unreadable: {
    happened: 'A live read was refused, for a reason that we do not know.',
    next: 'Look again in a few minutes. If it stays, send the ids below to {provider}.',
  },
  credential_expires: {
    happened: 'The credential of {provider} ends soon.',
    next: '{provider} replaces it. Nothing to do for you.',
  },
  sign_in_ends: {
    happened: 'The sign-in behind the approval ends soon.',
    next: '{provider} renews it. Nothing to do for you.',
  },
  password_not_proved: {
    happened: 'The stored password was not proved for long.',
    next: '{provider} tests it. Nothing to do for you.',
  },
  password_not_needed: {
    happened: 'A password is stored that nothing needs any more.',
    next: '{provider} deletes it. Nothing to do for you.',
  },
  reconsent_needed: {
    happened: 'What you approved holds. {provider} now asks for more.',
    next: '{provider} sends a new invitation. Nothing to do for you until then.',
  },
  grants_unreadable: {
    happened: 'What was approved could not be read back, so nothing is known about it.',
    next: 'Look again in a few minutes. If it stays, send the ids below to {provider}.',
  },
  organization_unreadable: {
    happened: 'The live read was refused, so nothing is known about it.',
    next: 'Look again in a few minutes. If it stays, send the ids below to {provider}.',
  },
  propagation: {
    happened: 'Microsoft’s services may not know your approval yet.',
    next: 'Nothing to do: we look again by ourselves.',
  },
  throttled: {
    happened: 'Microsoft asked us to slow down. That says nothing about your approval.',
    next: 'Nothing is lost. Look again in a few minutes.',
  },
  no_network: {
    happened: 'Microsoft was not reached. That says nothing about your approval.',
    next: 'Nothing is lost. Look again in a few minutes.',
  },
  too_old: {
    happened: 'The last proof is more than 36 hours old, so it is not shown as one.',
    next: '{provider} checks it again. Nothing to do for you.',
  },
} as const satisfies Record<Cause, CauseWords>;
