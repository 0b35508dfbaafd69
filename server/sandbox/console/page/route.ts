/** Where an address of the console leads. */
export type Route =
  | { readonly page: 'services' | 'wizard' | 'new' | 'pending' | 'tenants' | 'nowhere' }
  | { readonly page: 'service' | 'settings' | 'authentication'; readonly shortName: string }
  | { readonly page: 'tenant'; readonly tenantId: string };

const named = [
  [/^\/services\/([^/]+)$/, 'service'],
  [/^\/services\/([^/]+)\/m365-settings$/, 'settings'],
  [/^\/onboarding\/direct-routing\/customers\/([^/]+)$/, 'authentication'],
] as const;

const plain: Readonly<Record<string, 'services' | 'wizard' | 'new' | 'pending'>> = {
  '/': 'services',
  '/services': 'services',
  '/onboarding/direct-routing': 'wizard',
  '/onboarding/direct-routing/new': 'new',
  '/onboarding/direct-routing/pending': 'pending',
};

/** The services go by the path and a short name; the multitenant part, which is older, by the hash and a tenant id. */
export function readRoute(pathname: string, hash: string): Route {
  if (pathname === '/multitenant') {
    const [, tenantId] = /^#\/tenants\/([0-9a-f-]{36})$/.exec(hash) ?? [];
    return tenantId === undefined ? { page: 'tenants' } : { page: 'tenant', tenantId };
  }
  for (const [pattern, page] of named) {
    const [, segment] = pattern.exec(pathname) ?? [];
    if (segment !== undefined) return { page, shortName: decodeURIComponent(segment) };
  }
  return { page: plain[pathname] ?? 'nowhere' };
}

export const links = {
  services: '/services',
  service: (shortName: string) => `/services/${encodeURIComponent(shortName)}`,
  settings: (shortName: string) => `/services/${encodeURIComponent(shortName)}/m365-settings`,
  wizard: '/onboarding/direct-routing',
  newCustomer: '/onboarding/direct-routing/new',
  pending: '/onboarding/direct-routing/pending',
  authentication: (shortName: string) => `/onboarding/direct-routing/customers/${encodeURIComponent(shortName)}`,
  tenants: '/multitenant#/authentication-status',
  tenant: (tenantId: string) => `/multitenant#/tenants/${tenantId}`,
} as const;
