import { RegistrationsView, type RegistrationFinding } from '@latchkey/shared/api/registrations';

const id = (end: string): string => `7c1a2b3c-0000-4000-8000-00000000${end}`;

const good = (
  registration: RegistrationFinding['registration'],
  check: RegistrationFinding['check'],
  value: string,
): RegistrationFinding => ({
  registration,
  check,
  standing: 'good',
  expected: [value],
  found: [value],
  lacks: [],
  surplus: [],
  reason: null,
  endsAt: null,
  mend: null,
});

/** One of each standing; the secret ends in three weeks. */
const findings: readonly RegistrationFinding[] = [
  good('api', 'registered', id('b001')),
  {
    ...good('api', 'token_version', '2'),
    standing: 'bad',
    found: ['1'],
    mend: `az rest --method PATCH --uri 'https://graph.microsoft.com/v1.0/applications' --body '{"api":{"requestedAccessTokenVersion":2}}'`,
  },
  { ...good('extension', 'registered', id('b002')), standing: 'unknown', found: null, reason: 'no_permission' },
  good('consent', 'redirects', 'https://latchkey.northwindvoice.example/consent/callback'),
  {
    ...good('consent', 'credential', ''),
    standing: 'warning',
    expected: [],
    reason: 'credential_ends_soon',
    endsAt: new Date(Date.now() + 21.5 * 86_400_000).toISOString(),
  },
];

export const registrationAnswers = {
  checkRegistrations: () => ({
    value: RegistrationsView.parse({
      checkedAt: new Date().toISOString(),
      cloud: {
        key: 'public',
        name: 'Microsoft 365 worldwide',
        login: 'https://login.microsoftonline.com',
        graph: 'https://graph.microsoft.com',
        portal: 'https://portal.azure.com',
      },
      tenantId: id('a001'),
      registrations: [
        { name: 'api', clientId: id('b001'), redirectUris: [] },
        { name: 'extension', clientId: id('b002'), redirectUris: ['https://abcdefghijklmnop.chromiumapp.org/'] },
        {
          name: 'consent',
          clientId: id('b003'),
          redirectUris: ['https://latchkey.northwindvoice.example/consent/callback'],
        },
      ],
      credential: { kind: 'secret', endsAt: null },
      findings,
    }),
  }),
};
