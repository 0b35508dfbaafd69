/** The provider's own registrations at Microsoft, on screen and on the command line. */
export const registrations = {
  text: 'How this deployment is registered at Microsoft, held against what Microsoft says about it now. What was not read is not known, and never good.',
  checkAgain: 'Check again',
  checkedAt: 'Checked {time}.',
  guide: 'docs/setup.md says how each of them is made.',
  names: { api: 'API', extension: 'Extension', consent: 'Consent app' },
  /** What each is for. */
  purposes: {
    api: 'Operators’ tokens are for it; its app roles say who may do what.',
    extension: 'The extension signs operators in by it.',
    consent: 'Customers consent to it.',
  },
  cloudNamed: 'Cloud: {name}',
  cloudOthers: 'A national cloud is a world of its own: its own three registrations, and a deployment for it.',
  login: 'Sign-in',
  graph: 'Graph',
  portal: 'Portal',
  tenant: 'Tenant of the registrations',
  clientId: 'Application id',
  redirectUris: 'Redirect addresses',
  none: 'none',
  credential: 'Credential of the consent app',
  kinds: { secret: 'Client secret', certificate: 'Certificate' },
  /** `{time}`: the moment. */
  ends: 'Ends {time}.',
  endsUnknown: 'Nobody said when it ends: name the day in LATCHKEY_CONSENT_SECRET_EXPIRES.',
  daysLeft: { one: '{count} day left', other: '{count} days left' },
  ended: 'It has ended: nothing can be proved or connected until there is a new one.',
  endsSoon: 'Make the new one now; the one of today goes on until its end.',
  standings: { good: 'Good', warning: 'Warning', bad: 'Bad', unknown: 'Unknown' },
  counts: {
    good: { one: '{count} good', other: '{count} good' },
    warning: { one: '{count} warning', other: '{count} warnings' },
    bad: { one: '{count} bad', other: '{count} bad' },
    unknown: { one: '{count} unknown', other: '{count} unknown' },
  },
  expected: 'Expected',
  found: 'Found',
  notRead: 'not read',
  lacks: 'Missing',
  surplus: 'Too much',
  mend: 'To put it right',
  copyMend: 'the command for {check}',
  checks: {
    registered: { title: 'It is in the tenant', text: 'Without it nobody gets past Microsoft’s page.' },
    audience: {
      title: 'Whose accounts may use it',
      text: 'A consent app of one tenant cannot be approved in another; a registration that takes personal accounts takes anybody’s.',
    },
    token_version: {
      title: 'Access tokens of version 2',
      text: 'The API takes no others, so no operator could sign in.',
    },
    identifier_uri: {
      title: 'Its address as others ask for it',
      text: 'The extension asks for a token by this address.',
    },
    scope: { title: 'The scope access_as_user', text: 'The extension asks for it when an operator signs in.' },
    roles: {
      title: 'App roles of operators',
      text: 'Who has none of them in their token is let in by nobody.',
    },
    redirects: {
      title: 'Redirect addresses',
      text: 'Microsoft sends nobody back to an address that is not registered, and says so on its own page alone (AADSTS50011).',
    },
    asks_for_api: {
      title: 'It asks for the API',
      text: 'Otherwise each operator is asked for approval, or refused.',
    },
    no_secret: {
      title: 'It has no secret',
      text: 'The extension is public: a secret of its registration helps only who steals it.',
    },
    role_claims: {
      title: 'The token names directory roles',
      text: 'groupMembershipClaims is what tells whether an administrator consented.',
    },
    permissions: {
      title: 'Static permissions equal to the profile',
      text: 'The portal’s own button grants exactly this list: it takes away what is missing here, and every customer is asked for what is too much.',
    },
    credential: {
      title: 'Secret or certificate',
      text: 'When it ends, every connection that acts as an application stops, and nothing can be proved.',
    },
    publisher: {
      title: 'Verified publisher',
      text: 'Microsoft’s page says “unverified” beside your name until your Partner Center account is associated with the registration.',
    },
  },
  reasons: {
    no_permission:
      'The consent app may not read registrations in your tenant. Give it Application.Read.All there, or check what "az ad app show" prints: npm run doctor -- --from <files>.',
    no_token: 'Microsoft gave the consent app no token for your own tenant, so nothing was read.',
    not_found:
      'Microsoft knows no such application in this tenant. It may be in another one: the first of LATCHKEY_OPERATOR_TENANTS is looked at.',
    unreachable: 'Microsoft did not answer.',
    malformed: 'The answer cannot be understood.',
    not_given: 'It is in none of the files.',
    resource_unread: 'What the resource offers was not read, so ids could not be told apart..',
    profiles_unread: 'The permission profiles could not be read from the database.',
    several_profiles: 'Customers are connected by several profiles, and one list can equal only one of them.',
    no_extension_named: 'LATCHKEY_EXTENSION_ORIGINS names no extension, so its address is not known.',
    firefox_redirect:
      'The address of the Firefox extension cannot be told from its origin: look for the one that its sign-in page names.',
    which_secret:
      'There are several secrets, and which of them is used here is not known: name its day in LATCHKEY_CONSENT_SECRET_EXPIRES.',
    credential_gone: 'The credential that this server has is not at the registration.',
    credential_ended: 'It has ended.',
    credential_ends_soon: 'It ends within 30 days.',
    credential_refused: 'Microsoft refused the credential that this server has.',
  },
  command: {
    about:
      'Reads the three registrations at Microsoft, and says what is good, bad and unknown about them. Ends with 0 when nothing is bad or unknown, 1 when something is bad, 2 when something is unknown.',
    from: 'check these files in place of asking Microsoft: what "az ad app show" and "az ad sp show" print',
    unreadable: '{file} cannot be read.',
    place: '{cloud}, tenant {tenant}',
  },
} as const;
