import type { RegistrationCheck, RegistrationFinding, RegistrationName } from '@latchkey/shared/api/registrations';
import { checkApi } from './check-api.ts';
import { checkConsent } from './check-consent.ts';
import { checkExtension } from './check-extension.ts';
import { letRead, newCertificate, newSecret, printApplication } from './commands.ts';
import { clientIdsOf, graphOf, type Deployment } from './deployment.ts';
import { finding, unknown, type Judgement } from './finding.ts';
import type { ReadRegistrations, Unread } from './read-registrations.ts';

/** What is looked at in each registration, in the order in which it is told. */
export const registrationChecks = {
  api: ['registered', 'audience', 'token_version', 'identifier_uri', 'scope', 'roles'],
  extension: ['registered', 'audience', 'redirects', 'asks_for_api', 'no_secret'],
  consent: ['registered', 'audience', 'redirects', 'role_claims', 'permissions', 'credential', 'publisher'],
} as const satisfies Record<RegistrationName, readonly RegistrationCheck[]>;

/** Everything that can be said about the three registrations, from what was read of them and from nothing else. */
export function findingsOf(read: ReadRegistrations, deployment: Deployment): readonly RegistrationFinding[] {
  const { api, extension, consent } = read.applications;
  return [
    ...(api.state === 'read'
      ? [registered('api', deployment), ...checkApi(api.value, deployment)]
      : unreadFindings('api', api.reason, read, deployment)),
    ...(extension.state === 'read'
      ? [registered('extension', deployment), ...checkExtension(extension.value, deployment, api)]
      : unreadFindings('extension', extension.reason, read, deployment)),
    ...(consent.state === 'read'
      ? [registered('consent', deployment), ...checkConsent(consent.value, deployment, read)]
      : unreadFindings('consent', consent.reason, read, deployment)),
  ];
}

const registered = (name: RegistrationName, { configuration }: Deployment): RegistrationFinding => {
  const clientId = clientIdsOf(configuration)[name];
  return finding(name, 'registered', { standing: 'good', expected: [clientId], found: [clientId] });
};

/** A registration that is not there is bad; of one that could not be read nothing is known, and nothing is good. */
function unreadFindings(
  name: RegistrationName,
  reason: Unread,
  { refusedBy }: ReadRegistrations,
  { configuration }: Deployment,
): readonly RegistrationFinding[] {
  const clientId = clientIdsOf(configuration)[name];
  const expected = [clientId];
  const mend = mendOf(reason, clientId, configuration);
  const isGone = reason === 'not_found';
  return registrationChecks[name].map((check): RegistrationFinding => {
    if (check === 'registered')
      return finding(
        name,
        check,
        isGone ? { standing: 'bad', expected, found: [], reason } : unknown(reason, { expected, mend }),
      );
    const refusal = check === 'credential' ? credentialRefusal(refusedBy, configuration) : undefined;
    return finding(name, check, refusal ?? unknown(reason));
  });
}

function mendOf(reason: Unread, clientId: string, configuration: Deployment['configuration']): string | null {
  if (reason === 'not_given') return printApplication(clientId);
  return reason === 'no_permission' ? letRead(graphOf(configuration), configuration.consentClientId) : null;
}

/** Numbers that say that the credential itself was refused: wrong, at its end, or a certificate that is not there. */
const refusals: readonly number[] = [7_000_215, 7_000_222, 700_027];

function credentialRefusal(
  refusedBy: number | null,
  { consentCredential: { kind }, consentClientId }: Deployment['configuration'],
): Judgement | undefined {
  if (refusedBy === null || !refusals.includes(refusedBy)) return undefined;
  const mend = kind === 'secret' ? newSecret(consentClientId) : newCertificate(consentClientId);
  return { standing: 'bad', reason: 'credential_refused', found: [`AADSTS${refusedBy}`], mend };
}
