import type { Cause } from '../../validation/verdict.ts';

interface CauseWords {
  readonly text: string;
  readonly nextStep: string;
}

/** Why a verdict is what it is, and the one thing to do now. */
export const causes = {
  all_proved: {
    text: 'Every required permission holds for the whole organisation, and a live read answered.',
    nextStep: 'Nothing to do.',
  },
  never_validated: { text: 'Nobody has validated this connection yet.', nextStep: 'Validate it.' },
  permission_missing: {
    text: 'A required permission is missing.',
    nextStep: 'An administrator of the customer approves once more.',
  },
  permission_one_person: {
    text: 'A required permission holds for one person only: the box “Consent on behalf of your organization” was not ticked.',
    nextStep: 'An administrator of the customer approves once more, for the organisation.',
  },
  permission_disabled: {
    text: 'Microsoft has switched off a required permission.',
    nextStep: 'Ask Microsoft’s support; name the permission.',
  },
  permission_optional_missing: {
    text: 'It works. An optional permission is missing.',
    nextStep: 'An administrator may approve it.',
  },
  permission_surplus: {
    text: 'It works. More is granted than is needed.',
    nextStep: 'The customer may revoke what is not needed.',
  },
  tenant_mismatch: {
    text: 'The answer came from another tenant than the customer’s.',
    nextStep: 'Cancel this invitation and start again with the right tenant.',
  },
  registration_absent: {
    text: 'The token registration does not exist in the customer’s tenant.',
    nextStep: 'An administrator of the customer approves again.',
  },
  registration_being_made: {
    text: 'Microsoft is still making the token registration in the customer’s tenant.',
    nextStep: 'Validate again in an hour. Is it still so? Look at Microsoft’s service health.',
  },
  registration_disabled: {
    text: 'The token registration is switched off in the customer’s tenant.',
    nextStep: 'An administrator switches it on: Enterprise apps, Properties, “Enabled for users to sign in”.',
  },
  registration_blocked_by_microsoft: {
    text: 'Microsoft has disabled the application.',
    nextStep: 'Read Microsoft’s notice to the publisher and appeal.',
  },
  consent_missing: {
    text: 'The consent is gone, or was never given.',
    nextStep: 'An administrator of the customer approves again.',
  },
  sign_in_again: {
    text: 'The sign-in that carries the connection has ended.',
    nextStep: 'Send the link again; an administrator signs in once more.',
  },
  mfa_required: {
    text: 'Microsoft asks the account for MFA, which nobody is there to answer.',
    nextStep: 'Send the link again; an administrator signs in once more, with MFA.',
  },
  conditional_access: {
    text: 'A Conditional Access policy of the customer blocks the sign-in.',
    nextStep: 'The customer’s administrator looks up the correlation id in the sign-in log and lets the app pass.',
  },
  account_disabled: {
    text: 'The account that consented is disabled or locked.',
    nextStep: 'The customer enables it, or another administrator approves.',
  },
  provider_credential: {
    text: 'Microsoft refused our own application’s secret or certificate.',
    nextStep: 'Your administrator replaces the secret of the consent application.',
  },
  token_refused: {
    text: 'Microsoft refused a token, for a reason that we do not know.',
    nextStep: 'Look up the code and the correlation id below.',
  },
  token_not_fresh: {
    text: 'Microsoft answered with a token from before the consent. It says nothing about it.',
    nextStep: 'Validate again in a few minutes.',
  },
  token_without_scope: {
    text: 'The permission is granted, and Microsoft’s token does not carry it.',
    nextStep: 'Send the link again; an administrator signs in once more.',
  },
  assignment_required: {
    text: 'Only assigned users may use the token registration, and the account is not assigned.',
    nextStep:
      'An administrator assigns the account: Enterprise apps, Users and groups. Or switches “Assignment required” off.',
  },
  resource_absent: {
    text: 'A service that the permissions belong to does not exist in the customer’s tenant.',
    nextStep: 'The customer sets up the service, for example Teams, and approves again.',
  },
  resource_disabled: {
    text: 'A service that the permissions belong to is switched off in the customer’s tenant.',
    nextStep: 'An administrator switches it on: Enterprise apps, Microsoft applications, Properties.',
  },
  resource_unlicensed: {
    text: 'The customer has no licence for a service that is needed.',
    nextStep: 'The customer assigns a licence with Teams Phone; then validate again.',
  },
  role_missing: {
    text: 'The permissions are granted, and the directory role is missing: Teams refuses without it.',
    nextStep: 'An administrator of the customer assigns the role.',
  },
  role_not_active: {
    text: 'The directory role is held as eligible only. Nobody has activated it.',
    nextStep: 'The customer makes the role assignment active, or permanent.',
  },
  roles_unreadable: {
    text: 'The directory roles could not be read, so nothing is known about them.',
    nextStep: 'Validate again; then look up the request id below.',
  },
  workload_unreadable: {
    text: 'A live read of users or telephone numbers was refused, for a reason that we do not know.',
    nextStep: 'Validate again; then look up the request id below.',
  },
  credential_expires: {
    text: 'It works. The secret or certificate behind it ends soon.',
    nextStep: 'Put a new one in place before that day.',
  },
  sign_in_ends: {
    text: 'It works. The sign-in behind it was not renewed for long, and ends soon.',
    nextStep: 'Validate again. If it stays, send the link again.',
  },
  password_not_proved: {
    text: 'It works. The stored password was not proved for 90 days or more.',
    nextStep: 'Test the password, or move to the invitation link.',
  },
  password_not_needed: {
    text: 'It works. A password is stored that nothing needs any more.',
    nextStep: 'Delete the password.',
  },
  reconsent_needed: {
    text: 'It works as it was approved. A newer version of the permissions asks for more.',
    nextStep: 'Send the link for the new approval.',
  },
  grants_unreadable: {
    text: 'The grants could not be read back, so nothing is known about them.',
    nextStep: 'An administrator of the customer approves Directory.Read.All.',
  },
  organization_unreadable: {
    text: 'The live read was refused, so nothing is known about it.',
    nextStep: 'Validate again; then look up the request id below.',
  },
  propagation: {
    text: 'The consent is young. Microsoft’s services may not know it yet: too early to say.',
    nextStep: 'Nothing to do: we look again by ourselves.',
  },
  throttled: {
    text: 'Microsoft asked us to slow down. This says nothing about the connection.',
    nextStep: 'Validate again later.',
  },
  no_network: {
    text: 'Microsoft was not reached. This says nothing about the connection.',
    nextStep: 'Validate again later.',
  },
  too_old: { text: 'The last proof is more than 36 hours old.', nextStep: 'Validate it.' },
} as const satisfies Record<Cause, CauseWords>;
