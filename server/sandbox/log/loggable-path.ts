import type { Directory } from '../directory/directory.ts';

/** Path segments that the sandbox itself knows. Anything else was typed by somebody and is not repeated. */
const ours = new Set(
  [
    'organizations common consumers oauth2 v2.0 discovery v1.0 beta keys authorize token logout adminconsent instance',
    'sign-in account password approve consent .well-known openid-configuration error oidc userinfo',
    'servicePrincipals oauth2PermissionGrants appRoleAssignments appRoleAssignedTo me memberOf organization domains $batch',
    'Skype.TelephoneNumberMgmt Tenants telephone-numbers',
    'users admin teams telephoneNumberManagement numberAssignments roleManagement directory roleEligibilityScheduleInstances',
    'console-page services invitations validate authenticate add onboarding direct-routing new pending customers m365-settings multitenant',
    'microsoft.graph.directoryRole portal-page signin signout start index api session applications favicon.ico React Index TokenAuthorize',
  ].flatMap((line) => line.split(' ')),
);

const guid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const harmless = [
  new RegExp(`^${guid}$`, 'i'),
  new RegExp(`^(?:servicePrincipals|oauth2PermissionGrants)\\((?:appId=)?'${guid}'\\)$`, 'i'),
  /^[a-z-]+\.(?:ts|css)$/,
];

/** A path as the log may show it: without its query, and `*` for every segment that is not ours. */
export function loggablePath(directory: Directory, path: string): string {
  const [pathname = ''] = path.split('?');
  return pathname
    .split('/')
    .map((raw) => {
      const segment = decoded(raw);
      const known = segment === '' || ours.has(segment) || harmless.some((pattern) => pattern.test(segment));
      return known || directory.tenantNamed(segment) !== undefined ? segment : '*';
    })
    .join('/');
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return '*';
  }
}
