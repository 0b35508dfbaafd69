import { isSettingsPage, type SettingsPage } from './settings-places.ts';

/** The tabs of a service's page, in their order. */
export const serviceTabs = ['overview', 'm365-settings', 'permissions'] as const;
export type ServiceTab = (typeof serviceTabs)[number];

/** A place in the console. */
export type Route =
  | { readonly at: 'services' }
  | { readonly at: 'service'; readonly id: string; readonly tab: ServiceTab }
  | { readonly at: 'onboarding' }
  | { readonly at: 'new-customer'; readonly tenant: string | null; readonly shortName: string | null }
  | { readonly at: 'method'; readonly id: string }
  | { readonly at: 'start'; readonly id: string }
  /** With an id: at the row of that invitation. */
  | { readonly at: 'invitations'; readonly id: string | null }
  | { readonly at: 'import' }
  | { readonly at: 'customers' }
  | { readonly at: 'adopt' }
  | { readonly at: 'doctor' }
  | { readonly at: 'settings' }
  | { readonly at: Exclude<SettingsPage, 'audit'> }
  /** With what is chosen above the log. */
  | { readonly at: 'audit'; readonly query: string }
  | { readonly at: 'methods' }
  | { readonly at: 'profiles' }
  | { readonly at: 'nowhere' };

const isTab = (text: string): text is ServiceTab => serviceTabs.some((tab) => tab === text);

/** Reads the place from the address's fragment, so that every place can be linked to and the back button works. */
export function routeOf(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?');
  const [noun = '', id = '', part = '', ...more] = path.split('/').filter((segment) => segment !== '');
  if (more.length > 0) return { at: 'nowhere' };
  if (noun === '') return { at: 'services' };
  if (noun === 'services' && id === '') return { at: 'services' };
  if (noun === 'services') return readService(id, part);
  if (noun === 'onboarding' && id === 'direct-routing') return readOnboarding(part, query);
  if (noun === 'invitations' && id === 'import' && part === '') return { at: 'import' };
  if (noun === 'invitations' && part === '') return { at: 'invitations', id: id === '' ? null : id };
  if (noun === 'invitations' && (part === 'method' || part === 'start')) return { at: part, id };
  if (noun === 'customers' && id === '') return { at: 'customers' };
  if (noun === 'customers' && id === 'adopt' && part === '') return { at: 'adopt' };
  if (noun === 'doctor' && id === '') return { at: 'doctor' };
  if (noun === 'settings' && part === '') return readSettings(id, query);
  if (noun === 'methods' && id === '') return { at: 'methods' };
  if (noun === 'profiles' && id === '') return { at: 'profiles' };
  return { at: 'nowhere' };
}

function readService(id: string, part: string): Route {
  if (part === '') return { at: 'service', id, tab: 'overview' };
  return isTab(part) ? { at: 'service', id, tab: part } : { at: 'nowhere' };
}

function readSettings(page: string, query: string): Route {
  if (page === '') return { at: 'settings' };
  if (!isSettingsPage(page)) return { at: 'nowhere' };
  return page === 'audit' ? { at: page, query } : { at: page };
}

function readOnboarding(part: string, query: string): Route {
  if (part === '') return { at: 'onboarding' };
  if (part !== 'new') return { at: 'nowhere' };
  const given = new URLSearchParams(query);
  return { at: 'new-customer', tenant: given.get('tenant'), shortName: given.get('shortName') };
}

/** Links within the console. */
export const places = {
  services: '#/services',
  onboarding: '#/onboarding/direct-routing',
  newCustomer: '#/onboarding/direct-routing/new',
  invitations: '#/invitations',
  importPage: '#/invitations/import',
  customers: '#/customers',
  adopt: '#/customers/adopt',
  doctor: '#/doctor',
  service: (id: string, tab: ServiceTab = 'overview') => `#/services/${id}${tab === 'overview' ? '' : `/${tab}`}`,
  method: (id: string) => `#/invitations/${id}/method`,
  start: (id: string) => `#/invitations/${id}/start`,
} as const;
