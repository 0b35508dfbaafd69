import type { NextStep } from '../../../errors/next-steps.ts';

/** The one next check, for somebody of the provider. */
export const operatorSteps = {
  approve: 'Send the link again; an administrator of the customer approves.',
  approve_as_admin: 'Send the link to a Global Administrator of the customer.',
  approve_request: 'A reviewer of the customer approves: Entra admin centre, Enterprise apps, Admin consent requests.',
  name_reviewer:
    'The customer names a reviewer in Enterprise apps, Consent and permissions; or a Global Administrator approves by the link.',
  accept_again: 'Ask whether it was meant; if not, the administrator starts again and chooses Accept.',
  use_member_account:
    'The administrator starts again in a private window, with an account of the customer’s own tenant.',
  use_work_account: 'The administrator starts again with a work account of the customer’s tenant.',
  check_tenant: 'Compare the tenant id and the domain with what the customer says.',
  check_account: 'Compare the account’s name and the tenant with what the customer says.',
  enable_account: 'The customer enables the account, or another administrator approves.',
  wait_unlock: 'Nobody tries again for half an hour; then the customer unlocks the account or signs in once.',
  correct_password: 'Ask the customer for the right name and password, or send the link: nothing is typed here then.',
  change_password: 'The account’s owner changes the password on Microsoft’s page, then starts again.',
  cloud_password: 'The account has no password at Microsoft: send the link in place of a known password.',
  second_factor: 'Send the link: the administrator signs in on Microsoft’s page, with MFA. A stored password cannot.',
  register_second_factor: 'The administrator registers for MFA at aka.ms/mfasetup, then opens the link.',
  answer_second_factor: 'The administrator starts again and answers the prompt in time.',
  policy_exception:
    'The customer looks up the correlation id in its Entra sign-in log, sees which policy it was, and lets the app pass.',
  managed_device: 'The administrator starts again from a device that the customer manages.',
  approved_app: 'The administrator starts again in a browser that the customer’s policy approves.',
  network_restriction: 'The customer’s network team adds the tenant to its tenant restrictions.',
  cross_tenant_policy:
    'The administrator uses an account of the customer’s own tenant; otherwise both tenants’ cross-tenant access settings must allow it.',
  clear_risk: 'The customer’s security team clears the risk of the account in Entra ID Protection.',
  security_defaults:
    'Send the link: the administrator signs in on Microsoft’s own page, which security defaults allow.',
  sign_in_again: 'Send the link again; an administrator of the customer signs in once more.',
  start_again: 'The administrator opens the link and starts again, without the back button.',
  new_code: 'Ask for a new device code, or send the link: it needs none.',
  keep_waiting: 'Nothing to do until the person has typed the code.',
  nothing: 'Nothing to do: it is a step of an ordinary sign-in.',
  assign_user:
    'The customer assigns the account to the app (Enterprise apps, Users and groups), or turns “Assignment required” off.',
  enable_registration: 'The customer switches the app on: Enterprise apps, Properties, “Enabled for users to sign in”.',
  settle_then_approve:
    'Was it approved in the last 15 minutes? Then validate again later. Otherwise check the tenant and send the link.',
  redirect_address:
    'Your administrator adds this deployment’s redirect address to the consent app’s registration, letter by letter.',
  app_permissions: 'Your administrator makes the consent app’s API permissions equal to the permission profile.',
  multitenant: 'Your administrator sets the consent app to “Accounts in any organizational directory”.',
  request_shape: 'This is a fault in the program that asked. Send the code and the ids to whoever runs it.',
  own_app: 'Use the consent app of your own registration, not one of Microsoft’s ids.',
  replace_secret: 'Your administrator makes a new secret for the consent app and puts its value here, not its id.',
  certificate: 'Your administrator uploads the certificate that is used here to the consent app’s registration.',
  clock: 'Compare the clock of the computer that asked with the right time.',
  federated_credential:
    'Compare issuer, subject and audience of the federated credential; a new one takes some minutes.',
  partner_consent: 'Approve the app for this customer in Partner Center, or send the link.',
  right_cloud: 'Compare the customer’s cloud (public, US government, China) with this deployment’s.',
  licence: 'The customer buys or switches on the service that the API belongs to, or the permission is left out.',
  enable_service: 'The customer enables the API’s own entry under Enterprise apps.',
  on_premises: 'The customer’s IT looks at its pass-through authentication agents.',
  logon_hours: 'The administrator signs in during the hours that the local directory allows.',
  slow_down: 'Nothing to do: it is tried again later, more slowly.',
  wait: 'Nothing to do: it is tried again later. Is it still so in an hour? Look at Microsoft’s service health.',
  ask_microsoft: 'Try once more; if it stays, open a case at Microsoft with the correlation id and the time.',
  check_permissions: 'Press Validate: the permission check names what is missing.',
  assign_role:
    'Press Validate; if every permission is there, the app or account lacks a directory role, for example Teams Administrator.',
  fresh_token: 'Press Validate: it asks for a fresh token.',
  look_again: 'Validate once more in a few minutes; if it stays, compare the tenant.',
  page_not_answer:
    'See what stands between this server and Microsoft: a proxy, a filter, a sign-in page of the network.',
  name_resolution: 'Look at the network and the name server of the computer that asked.',
  firewall: 'See whether the firewall lets login.microsoftonline.com and graph.microsoft.com through.',
  proxy_sign_in: 'Give the computer that asked its sign-in for the proxy, or a way around it.',
  trusted_certificate:
    'Something reads the traffic to Microsoft. Exclude Microsoft’s sign-in addresses from it, or trust its certificate.',
  browser_block: 'Switch blockers off for Microsoft’s sign-in addresses, or use a private window.',
  look_up:
    'We do not know this one. Look up the number at login.microsoftonline.com/error, and keep the correlation id.',
} as const satisfies Record<NextStep, string>;
