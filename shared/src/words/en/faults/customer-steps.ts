import type { NextStep } from '../../../errors/next-steps.ts';

const theirs = '{provider} must mend this. Send them the code and the ids.';

/** The one next check, for the customer’s administrator; the provider stands as {provider}. */
export const customerSteps = {
  approve: 'Start again and approve, with an administrator’s account.',
  approve_as_admin: 'Forward the message with the link to a Global Administrator, or start again with such an account.',
  approve_request: 'A reviewer approves: Entra admin centre, Enterprise apps, Admin consent requests.',
  name_reviewer:
    'Name a reviewer in Enterprise apps, Consent and permissions; or let a Global Administrator open the link.',
  accept_again: 'If that was a mistake, start again and choose Accept.',
  use_member_account: 'Start again in a private window, with an account of your own organisation.',
  use_work_account: 'Start again with your work account, not a personal one.',
  check_tenant: 'Tell {provider} your tenant id: Entra admin centre, Overview.',
  check_account: 'Compare the account’s name, letter by letter; it must be one of your own organisation.',
  enable_account: 'Enable the account, or approve with another administrator’s.',
  wait_unlock: 'Wait half an hour and sign in once, or unlock the account in the Entra admin centre.',
  correct_password: 'Compare the name and type the password once more. Several wrong tries lock the account.',
  change_password: 'Change the password on Microsoft’s page, then start again.',
  cloud_password: 'Start again and sign in the way you usually do, or with an account that lives in Microsoft’s cloud.',
  second_factor: 'Start again and complete MFA when Microsoft asks for it.',
  register_second_factor: 'Register for MFA at aka.ms/mfasetup, then start again.',
  answer_second_factor:
    'Start again and answer the MFA prompt in time. You did not start it? Then deny it and tell your security team.',
  policy_exception:
    'Look up the correlation id in the Entra sign-in log, see which policy it was, and let the app pass.',
  managed_device: 'Start again from a device that your organisation manages.',
  approved_app:
    'Start again in a browser that your policy approves, for example Edge, signed in with your work account.',
  network_restriction:
    'Ask your network team to let this tenant through its tenant restrictions, or start from another network.',
  cross_tenant_policy: 'Start again with an account of your own organisation, not a guest’s.',
  clear_risk:
    'Let your security team clear the risk of the account in Entra ID Protection, or use another administrator’s.',
  security_defaults: 'Start again in an ordinary browser, and sign in with MFA.',
  sign_in_again: 'Start again and sign in once more.',
  start_again: 'Open the link and start again, without the back button.',
  new_code: 'Ask {provider} for a link: it needs no device code.',
  keep_waiting: 'Finish the sign-in on Microsoft’s page.',
  nothing: 'Answer Microsoft’s question and go on.',
  assign_user:
    'In the Entra admin centre: Enterprise apps, the app, Users and groups: assign the account. Then start again.',
  enable_registration:
    'In the Entra admin centre: Enterprise apps, the app, Properties, “Enabled for users to sign in”.',
  settle_then_approve:
    'Did you approve it just now? Then wait a few minutes. Otherwise send the code and the ids to {provider}.',
  redirect_address: theirs,
  app_permissions: theirs,
  multitenant: theirs,
  request_shape: theirs,
  own_app: theirs,
  replace_secret: theirs,
  certificate: theirs,
  clock: 'Compare your computer’s clock with the right time. If it is right, tell {provider}.',
  federated_credential: theirs,
  partner_consent: theirs,
  right_cloud: 'Tell {provider} in which Microsoft cloud your tenant is.',
  licence: 'See whether your organisation has the service that is named, for example Teams. Then tell {provider}.',
  enable_service: 'In the Entra admin centre, Enterprise apps: enable the entry of the API that is named.',
  on_premises:
    'Ask your IT to look at its pass-through authentication agents, or use an account that lives in the cloud.',
  logon_hours: 'Sign in during the hours that your directory allows.',
  slow_down: 'Wait a few minutes, then try once.',
  wait: 'Wait a few minutes, then start again.',
  ask_microsoft: 'Try once more. If it stays, send the code and the ids to {provider}.',
  check_permissions: 'Send the code and the ids to {provider}, who can see which permission is missing.',
  assign_role: 'Send the code and the ids to {provider}, who can see what is missing.',
  fresh_token: theirs,
  look_again: 'Look again in a few minutes. If it stays, tell {provider}.',
  page_not_answer: 'See what stands between you and Microsoft: a proxy, a filter, a sign-in page of the network.',
  name_resolution: 'Look at your network connection, then try again.',
  firewall: 'See whether your firewall lets login.microsoftonline.com through, then try again.',
  proxy_sign_in: 'Sign in at your proxy, then try again.',
  trusted_certificate:
    'Something in your network reads the traffic to Microsoft. Ask your network team to leave sign-in addresses out.',
  browser_block: 'Switch blockers off for this page, or use a private window.',
  look_up: 'We do not know this one. Send the code and the ids to {provider}.',
} as const satisfies Record<NextStep, string>;
