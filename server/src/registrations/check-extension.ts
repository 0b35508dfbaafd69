import type { RegistrationFinding } from '@latchkey/shared/api/registrations';
import type { Application } from './application.ts';
import { audience } from './check-api.ts';
import { deleteCredentials, setOn } from './commands.ts';
import {
  extensionRedirects,
  graphOf,
  hasFirefox,
  type Deployment,
  type RegistrationConfiguration,
} from './deployment.ts';
import { allOf, finding, unknown, type Judgement } from './finding.ts';
import type { Reading } from './read-registrations.ts';

/** The registration by which the extension signs operators in: public, so it holds no secret, and its addresses are those of a page. */
export const checkExtension = (
  app: Application,
  { configuration }: Deployment,
  api: Reading<Application>,
): readonly RegistrationFinding[] => {
  const { extensionClientId: clientId } = configuration;
  return [
    finding('extension', 'audience', audience(app, configuration, clientId)),
    finding('extension', 'redirects', redirects(app, configuration)),
    finding('extension', 'asks_for_api', asksForApi(app, configuration, api)),
    finding('extension', 'no_secret', noSecret(app, clientId)),
  ];
};

function redirects(app: Application, configuration: RegistrationConfiguration): Judgement {
  const found = app.spa?.redirectUris ?? [];
  const expected = extensionRedirects(configuration);
  const isFirefoxMet = found.some((uri) => /^https:\/\/[0-9a-f]+\.extensions\.allizom\.org\/$/.test(uri));
  if (configuration.extensionOrigins.length === 0) return unknown('no_extension_named', { found });
  const redirectUris = [...found, ...expected.filter((uri) => !found.includes(uri))];
  const mend = setOn(graphOf(configuration), configuration.extensionClientId, { spa: { redirectUris } });
  const judged = allOf(expected, found, mend);
  if (judged.standing === 'good' && hasFirefox(configuration) && !isFirefoxMet)
    return unknown('firefox_redirect', { expected, found });
  return judged;
}

/** Whether `access_as_user` of the API stands in its list; by which id, only the API's own registration says. */
function asksForApi(app: Application, configuration: RegistrationConfiguration, api: Reading<Application>): Judgement {
  if (api.state === 'unread') return unknown(api.reason);
  const scope = api.value.api?.oauth2PermissionScopes?.find(({ value }) => value === 'access_as_user');
  const asked = (app.requiredResourceAccess ?? []).filter(
    ({ resourceAppId }) => resourceAppId.toLowerCase() === configuration.apiClientId.toLowerCase(),
  );
  const isThere = asked.some(({ resourceAccess }) => resourceAccess.some(({ id }) => id === scope?.id));
  const mend =
    scope === undefined
      ? null
      : `az ad app permission add --id ${configuration.extensionClientId} --api ${configuration.apiClientId} --api-permissions ${scope.id}=Scope`;
  return allOf(['access_as_user'], isThere ? ['access_as_user'] : [], mend);
}

/** Whoever installs the extension could read a secret in it; one that is at the registration is nobody's but a thief's. */
function noSecret(app: Application, clientId: string): Judgement {
  const { passwordCredentials: passwords, keyCredentials: certificates } = app;
  // A list that is not there was not read, and is not an empty one.
  if (!passwords || !certificates) return unknown('malformed');
  const ids = (credentials: readonly { readonly keyId?: string | null | undefined }[]) =>
    credentials.flatMap(({ keyId }) => (typeof keyId === 'string' ? [keyId] : []));
  const surplus = [...ids(passwords), ...ids(certificates)];
  const isBad = passwords.length + certificates.length > 0;
  return {
    standing: isBad ? 'bad' : 'good',
    found: surplus,
    surplus,
    mend: deleteCredentials(clientId, ids(passwords), ids(certificates)),
  };
}
