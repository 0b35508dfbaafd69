import { definePage, type Page } from './page.ts';
import { portalHosts as hosts } from './portal-hosts.ts';

/** Before the blade: the tenant's segment in the path, and the older `#@domain/`. `#blade/` is the older `#view/`. */
const beforeBlade = String.raw`^/[^#]*#(?:@[^/]+/#?)?(?:view|blade)/Microsoft_AAD_IAM`;

/** The list of enterprise applications. Known from: links of Microsoft's own documentation and of public tools. */
export const enterpriseApplications = definePage({
  id: 'enterprise-applications',
  hosts,
  route: new RegExp(`${beforeBlade}/StartboardApplicationsMenuBlade(?:/|$)`),
  examples: [
    'https://entra.microsoft.com/#view/Microsoft_AAD_IAM/StartboardApplicationsMenuBlade/~/AppAppsPreview',
    'https://entra.microsoft.com/contoso.onmicrosoft.com/#view/Microsoft_AAD_IAM/StartboardApplicationsMenuBlade/~/AppAppsPreview/menuId~/null',
    'https://portal.azure.us/#blade/Microsoft_AAD_IAM/StartboardApplicationsMenuBlade/AllApps',
  ],
});

/** One enterprise application, on any of its pages but Permissions. */
export const registrationPages = definePage({
  id: 'registration-pages',
  hosts,
  route: new RegExp(
    `${beforeBlade}/ManagedAppMenuBlade/(?!(?:~/)?Permissions(?:/|$))(?!.*/menuItemId/Permissions(?:/|$))`,
  ),
  examples: [
    'https://entra.microsoft.com/#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Overview/objectId/11111111-1111-4111-8111-111111111111/appId/22222222-2222-4222-8222-222222222222',
    'https://portal.azure.com/contoso.onmicrosoft.com#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Properties/objectId/11111111-1111-4111-8111-111111111111',
    'https://portal.azure.com/#blade/Microsoft_AAD_IAM/ManagedAppMenuBlade/Overview/objectId/11111111-1111-4111-8111-111111111111',
  ],
});

/** The Permissions page of one enterprise application. */
export const registrationPermissions = definePage({
  id: 'registration-permissions',
  hosts,
  route: new RegExp(
    `${beforeBlade}/ManagedAppMenuBlade/(?:(?:~/)?Permissions(?:/|$)|.*/menuItemId/Permissions(?:/|$))`,
  ),
  examples: [
    'https://entra.microsoft.com/6f1c2a90-4b7e-4d11-9a52-0c6b8f3d2e41/#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Permissions/objectId/11111111-1111-4111-8111-111111111111/appId/22222222-2222-4222-8222-222222222222',
    'https://portal.azure.com/#@contoso.onmicrosoft.com/view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Permissions/objectId/11111111-1111-4111-8111-111111111111/',
    'https://portal.azure.com/#blade/Microsoft_AAD_IAM/ManagedAppMenuBlade/Permissions/objectId/11111111-1111-4111-8111-111111111111/appId/22222222-2222-4222-8222-222222222222',
    'https://portal.azure.com/#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Overview/objectId/11111111-1111-4111-8111-111111111111/menuItemId/Permissions',
    'https://entra.microsoft.com/#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Permissions/objectId/11111111-1111-4111-8111-111111111111/preferredSingleSignOnMode~/null/servicePrincipalType/ManagedIdentity',
  ],
});

/** Where the portals start. */
const portalHome = definePage({
  id: 'portal-home',
  hosts,
  route: /^\/[^#/]*\/?(?:#(?:@[^/]+\/?)?(?:home)?)?$/,
  examples: [
    'https://portal.azure.com/',
    'https://portal.azure.com/#home',
    'https://entra.microsoft.com/contoso.onmicrosoft.com/',
    'https://portal.azure.com/#@contoso.onmicrosoft.com',
    'https://entra.microsoftonline.cn/contoso.cn/#home',
  ],
});

/** Every page that we know of the portals. */
export const portalPages: readonly Page[] = [
  portalHome,
  enterpriseApplications,
  registrationPages,
  registrationPermissions,
];

const guid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/** Which registration the address of its page names. */
export function registrationIn({ hash }: URL): { readonly objectId: string | null; readonly appId: string | null } {
  const named = (key: string): string | null =>
    new RegExp(`/${key}/(${guid})(?:/|$)`, 'i').exec(hash)?.[1]?.toLowerCase() ?? null;
  return { objectId: named('objectId'), appId: named('appId') };
}
