import { operatorRoles } from '@latchkey/shared/api/endpoint';
import type { RegistrationFinding } from '@latchkey/shared/api/registrations';
import type { Application } from './application.ts';
import { setOn } from './commands.ts';
import { graphOf, type Deployment, type RegistrationConfiguration } from './deployment.ts';
import { allOf, finding, oneOf, type Judgement } from './finding.ts';
import { rolesMend, scopeMend } from './mend-api.ts';

/** The registration that operators' tokens are for. */
export const checkApi = (app: Application, { configuration }: Deployment): readonly RegistrationFinding[] => {
  const { apiClientId: clientId } = configuration;
  const set = (properties: object) => setOn(graphOf(configuration), clientId, properties);
  const uri = `api://${clientId}`;
  return [
    finding('api', 'audience', audience(app, configuration, clientId)),
    finding(
      'api',
      'token_version',
      oneOf(['2'], String(app.api?.requestedAccessTokenVersion ?? 1), set({ api: { requestedAccessTokenVersion: 2 } })),
    ),
    finding(
      'api',
      'identifier_uri',
      allOf([uri], app.identifierUris ?? [], set({ identifierUris: [...(app.identifierUris ?? []), uri] })),
    ),
    finding('api', 'scope', allOf(['access_as_user'], scopesOn(app), scopeMend(set, app))),
    finding('api', 'roles', allOf(operatorRoles, rolesOn(app), rolesMend(set, app))),
  ];
};

const values = (offered: readonly { readonly value?: string | null | undefined; readonly isEnabled: boolean }[]) =>
  offered.flatMap(({ value, isEnabled }) => (isEnabled && typeof value === 'string' ? [value] : []));

const scopesOn = ({ api }: Application): readonly string[] => values(api?.oauth2PermissionScopes ?? []);

/** Roles that people can be given; one for applications alone makes nobody an operator. */
const rolesOn = ({ appRoles }: Application): readonly string[] =>
  values((appRoles ?? []).filter(({ allowedMemberTypes }) => allowedMemberTypes.includes('User')));

/** Operators of one tenant need no more than it; those of several need a registration that is open to organisations. */
export function audience(app: Application, configuration: RegistrationConfiguration, clientId: string): Judgement {
  const several = 'AzureADMultipleOrgs';
  const accepted = configuration.operatorTenants.length === 1 ? ['AzureADMyOrg', several] : [several];
  const mend = setOn(graphOf(configuration), clientId, { signInAudience: accepted[0] });
  return oneOf(accepted, app.signInAudience, mend);
}
