import type { RegistrationFinding } from '@latchkey/shared/api/registrations';
import type { Application } from './application.ts';
import { checkCredential } from './check-credential.ts';
import { checkPermissions } from './check-permissions.ts';
import { setOn } from './commands.ts';
import { consentRedirects, graphOf, type Deployment } from './deployment.ts';
import { allOf, finding, oneOf } from './finding.ts';
import type { ReadRegistrations } from './read-registrations.ts';

/** The registration that customers consent to. */
export const checkConsent = (
  app: Application,
  deployment: Deployment,
  { resources }: Pick<ReadRegistrations, 'resources'>,
): readonly RegistrationFinding[] => {
  const { configuration, at } = deployment;
  const set = (properties: object) => setOn(graphOf(configuration), configuration.consentClientId, properties);
  const redirects = consentRedirects(configuration);
  const found = app.web?.redirectUris ?? [];
  const redirectUris = [...found, ...redirects.filter((uri) => !found.includes(uri))];
  const several = 'AzureADMultipleOrgs';
  return [
    finding('consent', 'audience', oneOf([several], app.signInAudience, set({ signInAudience: several }))),
    finding('consent', 'redirects', allOf(redirects, found, set({ web: { redirectUris } }))),
    finding(
      'consent',
      'role_claims',
      // All of them holds the roles as well.
      claimsOf(app).includes('All')
        ? { standing: 'good', expected: ['DirectoryRole'], found: ['All'] }
        : allOf(['DirectoryRole'], claimsOf(app), set({ groupMembershipClaims: 'DirectoryRole' })),
    ),
    finding('consent', 'permissions', checkPermissions(app, deployment, resources)),
    finding('consent', 'credential', checkCredential(app, configuration, at)),
    finding('consent', 'publisher', publisher(app)),
  ];
};

const claimsOf = ({ groupMembershipClaims }: Application): readonly string[] =>
  (groupMembershipClaims ?? '')
    .split(',')
    .map((claim) => claim.trim())
    .filter((claim) => claim !== '');

/** Without it Microsoft's page says "unverified" beside the name; an administrator can approve all the same. */
const publisher = ({ verifiedPublisher }: Application) => {
  const id = verifiedPublisher?.verifiedPublisherId ?? '';
  return { standing: id === '' ? 'warning' : 'good', found: id === '' ? [] : [id] } as const;
};
