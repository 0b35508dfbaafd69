import type { ErrorCode } from '../../errors/catalogue.ts';

interface ErrorWords {
  /** What happened. */
  readonly title: string;
  /** The one thing to do now. */
  readonly nextStep: string;
}

/** Every error of the catalogue. */
export const errors = {
  request_invalid: {
    title: 'Something in the request is not as it must be.',
    nextStep: 'Mend the fields that are named and send it again.',
  },
  request_not_json: { title: 'The request is not readable as JSON.', nextStep: 'Send well-formed JSON.' },
  request_type_unsupported: {
    title: 'The request has a content type that is not taken here.',
    nextStep: 'Send application/json.',
  },
  request_too_large: { title: 'The request is larger than 64 kB.', nextStep: 'Send less at once.' },
  request_origin_refused: {
    title: 'The request came from another site.',
    nextStep: 'Open the page itself and use its button.',
  },
  route_unknown: {
    title: 'There is nothing at this address.',
    nextStep: 'Check the address; /docs lists every endpoint.',
  },
  too_many_requests: { title: 'Too many requests in a short time.', nextStep: 'Wait a minute, then try again.' },
  idempotency_key_reused: {
    title: 'This Idempotency-Key was used for another request.',
    nextStep: 'Use a new key for a new request.',
  },
  idempotency_key_missing: {
    title: 'The Idempotency-Key header is missing.',
    nextStep: 'Send a key of 16 to 128 characters, new for each new request.',
  },
  permission_profile_not_found: {
    title: 'There is no such permission profile.',
    nextStep: 'Look at the list of profiles, and choose one of them.',
  },
  permission_profile_reserved: {
    title: 'This profile comes with Latchkey and is not changed.',
    nextStep: 'Give your own profile another id.',
  },
  permission_profile_blind: {
    title: 'Without Directory.Read.All nobody could prove what was approved.',
    nextStep: 'Add Directory.Read.All as a required permission of Microsoft Graph, of the same kind as the others.',
  },
  changed_meanwhile: {
    title: 'Somebody changed this in the meantime.',
    nextStep: 'Look at it once more, then try again.',
  },

  session_missing: { title: 'You are not signed in.', nextStep: 'Sign in.' },
  session_ended: { title: 'Your session has ended.', nextStep: 'Sign in again.' },
  operator_token_refused: {
    title: 'Microsoft’s token was not accepted here.',
    nextStep: 'Sign in again; if it stays, your administrator checks the registrations and the server’s clock.',
  },
  operator_tenant_refused: {
    title: 'Your account belongs to an organisation that is not let in here.',
    nextStep: 'Sign in with your provider’s account.',
  },
  operator_without_role: {
    title: 'Your account has no role here.',
    nextStep: 'Your administrator assigns you Admin, Operator or Monitor in Entra.',
  },
  role_insufficient: { title: 'Your role does not allow this.', nextStep: 'Ask an Operator or an Admin.' },

  tenant_reference_invalid: {
    title: 'This is neither a domain nor a tenant id.',
    nextStep: 'Type a domain such as contoso.com, or the tenant id.',
  },
  tenant_not_found: {
    title: 'Microsoft knows no tenant of that name.',
    nextStep: 'Check the spelling; ask the customer for the tenant id.',
  },
  tenant_personal: {
    title: 'This is the tenant of personal accounts. It belongs to nobody.',
    nextStep: 'Type the customer’s own domain.',
  },
  tenant_pin_changed: {
    title: 'The domain now leads to another tenant than when the customer was added.',
    nextStep: 'Cancel this invitation, ask the customer, and start again.',
  },
  short_name_length: { title: 'A short name has 3 to 15 characters.', nextStep: 'Make it longer or shorter.' },
  short_name_character: {
    title: 'A short name has none of \\ / : * ? " < > | . and no white space.',
    nextStep: 'Take out the character.',
  },
  short_name_reserved: { title: 'The name “audit” is reserved.', nextStep: 'Choose another short name.' },
  short_name_taken: { title: 'Another service already has this short name.', nextStep: 'Choose another short name.' },
  licensed_users_range: {
    title: 'The number of licensed users is 1 to 500.',
    nextStep: 'Type a whole number from 1 to 500.',
  },
  method_unavailable: {
    title: 'This method is not available.',
    nextStep: 'Choose “Send link to IT administrator for authentication”.',
  },
  method_off: {
    title: 'This method is off: it keeps a password, and no Admin has turned it on.',
    nextStep: 'Choose “Send link to IT administrator for authentication”, or ask an Admin.',
  },
  acknowledgement_missing: {
    title: 'The customer’s acknowledgement is not on record.',
    nextStep: 'Ask the customer, and record who gave it, when and how. Or send the link: it needs none.',
  },
  acknowledgement_date: {
    title: 'An acknowledgement cannot be given in the future.',
    nextStep: 'Type the day on which the customer gave it.',
  },
  password_not_wanted: {
    title: 'Nothing of this customer is secured by a password.',
    nextStep: 'Choose a method with a password for an invitation first.',
  },
  password_missing: {
    title: 'No password is kept for this customer.',
    nextStep: 'Type it again, or send the link.',
  },
  password_before_consent: {
    title: 'Nothing is consented yet, so the password is not tried.',
    nextStep: 'Finish the authentication process first.',
  },
  password_tries_used: {
    title: 'Three tries within the hour are the most for one account: Microsoft locks accounts after ten.',
    nextStep: 'Wait until the time that is shown, or send the link.',
  },

  customer_not_found: { title: 'There is no such customer.', nextStep: 'Look for it in the list of customers.' },
  customer_has_invitation: {
    title: 'This customer already has a pending invitation.',
    nextStep: 'Go on with that one, or cancel it first.',
  },
  service_not_found: { title: 'There is no such service.', nextStep: 'Look for it under Services.' },
  invitation_not_found: { title: 'There is no such invitation.', nextStep: 'Look for it under Pending Invitations.' },
  invitation_move_illegal: {
    title: 'The invitation is no longer at the point where this can be done.',
    nextStep: 'Look at its status; the row names the next action.',
  },
  connection_not_found: { title: 'There is no such connection.', nextStep: 'Look for the customer in the list.' },
  branding_refused: {
    title: 'This look is not taken.',
    nextStep: 'Choose clearer colours, or a smaller PNG, JPEG or WebP.',
  },
  alert_target_not_found: {
    title: 'There is no such target for alerts.',
    nextStep: 'Look at the list of targets.',
  },
  alert_address_refused: {
    title: 'Alerts are not sent to this address.',
    nextStep:
      'Give one mail address, or an address with https that leads to a public host; a private host is named by your deployment.',
  },
  alert_secret_missing: {
    title: 'Without a secret nobody could know that an alert is ours.',
    nextStep: 'Give the secret that the receiver has, 24 characters or more.',
  },
  import_has_mistakes: {
    title: 'Something in this list is wrong, or no longer right.',
    nextStep: 'Have it checked again: each mistake is named by its row and column.',
  },
  import_not_found: {
    title: 'There is no such list of customers.',
    nextStep: 'Look at the page where lists are chosen; it shows the newest one.',
  },
  import_over: {
    title: 'This list is through, or was cancelled.',
    nextStep: 'Download its result: it says what became of each row.',
  },
  validation_run_empty: {
    title: 'None of these customers has a connection.',
    nextStep: 'Choose others, or take the filter away.',
  },
  validation_run_going: {
    title: 'Another validation of many is under way.',
    nextStep: 'Wait until it has ended, or cancel it.',
  },
  validation_run_not_found: {
    title: 'There is no such validation of many.',
    nextStep: 'Look at the list of customers; it shows the newest one.',
  },
  validation_run_move_illegal: {
    title: 'This validation of many has ended, or it stands that way already.',
    nextStep: 'Look at it once more; start a new one if it has ended.',
  },
  connection_not_working: {
    title: 'The connection does not work now, so the service is not added.',
    nextStep: 'Look at its verdict: it names who must act. Then press Add again.',
  },
  connection_not_proved: {
    title: 'The connection is not proved, so the service is not added.',
    nextStep: 'Validate it; the verdict names who must act.',
  },

  mail_address_refused: {
    title: 'This is not one plain mail address.',
    nextStep: 'Give one address, such as megan@contoso.example, without a name, a list or quotes.',
  },
  mail_not_set_up: {
    title: 'No mail server is set up, so nothing can be sent.',
    nextStep: 'Copy the link and send it another way, or have the deployment name a mail server.',
  },
  mail_template_refused: {
    title: 'This template is not taken.',
    nextStep: 'Mend the fields that are named and send it again.',
  },
  mail_template_link_missing: {
    title: 'The template lacks {{CustomerAuthenticationPortalUrl}}/{{InvitationId}}.',
    nextStep: 'Mend the fields that are named and send it again.',
  },
  invitation_not_mailed: {
    title: 'This invitation was never mailed, so there is nothing to remind of.',
    nextStep: 'Send the link first.',
  },
  link_renewed: {
    title: 'This link was renewed, and is not good any more.',
    nextStep: 'Use the link of the newest message, or ask who sent it for that one.',
  },
  link_unknown: {
    title: 'This link is not known here.',
    nextStep: 'Open the link from the message once more, or ask who sent it for a new one.',
  },
  link_incomplete: {
    title: 'This link arrived incomplete.',
    nextStep: 'Type the code that stands below the link in the message.',
  },
  typed_code_unknown: {
    title: 'This code is not known here.',
    nextStep: 'Compare it with the message, character by character.',
  },
  invitation_expired: {
    title: 'This invitation has expired.',
    nextStep: 'Renew it: that makes a new link with a new term.',
  },
  invitation_cancelled: {
    title: 'This invitation was cancelled.',
    nextStep: 'Ask who sent it, if that surprises you.',
  },
  invitation_superseded: { title: 'A newer invitation has replaced this one.', nextStep: 'Open the newest message.' },
  invitation_used: { title: 'This invitation has done its work.', nextStep: 'Nothing to do. You can close this tab.' },
  start_ticket_unknown: {
    title: 'This start address is used up or too old.',
    nextStep: 'Click “here” in the console once more.',
  },
  guide_code_unknown: {
    title: 'This page’s code is used up or too old.',
    nextStep: 'Press “Show me in the Azure portal” on the invitation’s page once more.',
  },
  guide_too_early: {
    title: 'Nobody has approved yet, so there is nothing to read back.',
    nextStep: 'Open the invitation’s page and press Start first.',
  },

  consent_state_unknown: {
    title: 'This answer belongs to no sign-in that was started here.',
    nextStep: 'Open the link from the message and press Start.',
  },
  consent_cookie_missing: {
    title: 'The answer came back to another browser than the one that started.',
    nextStep: 'Open the link and press Start in this browser.',
  },
  consent_answer_used: { title: 'This answer was already taken.', nextStep: 'Open the link to see how things stand.' },
  consent_answer_late: { title: 'The answer came too late.', nextStep: 'Open the link and press Start again.' },
  consent_superseded: { title: 'You started again in another window.', nextStep: 'Go on in the newer window.' },
  consent_declined: {
    title: 'The request was declined.',
    nextStep: 'If that was a mistake, open the link and press Start again.',
  },
  consent_needs_admin: {
    title: 'This account may not approve for the organisation.',
    nextStep: 'Forward the link to an administrator.',
  },
  consent_approval_requested: {
    title: 'An approval was requested in the customer’s tenant.',
    nextStep: 'A reviewer of the customer approves it in the portal; then start again.',
  },
  consent_tenant_mismatch: {
    title: 'The account belongs to another organisation.',
    nextStep: 'Press Start again and choose an account of the organisation that is named.',
  },
  consent_answer_refused: {
    title: 'Microsoft’s answer did not hold.',
    nextStep: 'Press Start again; if it stays, send the reference to your provider.',
  },

  microsoft_unreachable: { title: 'Microsoft was not reached.', nextStep: 'Nothing is lost. Try again in a minute.' },
  microsoft_throttled: {
    title: 'Microsoft asked us to slow down.',
    nextStep: 'Nothing is lost. Try again in a minute.',
  },
  sealed: {
    title: 'Latchkey is sealed: its keys are not there.',
    nextStep: 'Your administrator puts the key file back and starts it again.',
  },
  storage_unavailable: {
    title: 'The database did not take the change. Nothing happened.',
    nextStep: 'Try again in a minute; then tell your administrator.',
  },
  internal: {
    title: 'Something went wrong in Latchkey. Nothing was half done.',
    nextStep: 'Try again; if it stays, send the reference to your administrator.',
  },
} as const satisfies Record<ErrorCode, ErrorWords>;
