import { expect, test } from 'vitest';
import { places, routeOf, serviceTabs } from './route.ts';
import { isSettingsPlace, settingsPlace, settingsPlaces } from './settings-places.ts';

test.each([
  ['', { at: 'services' }],
  [places.services, { at: 'services' }],
  [places.onboarding, { at: 'onboarding' }],
  [places.newCustomer, { at: 'new-customer', tenant: null, shortName: null }],
  [`${places.newCustomer}?tenant=contoso.com`, { at: 'new-customer', tenant: 'contoso.com', shortName: null }],
  [`${places.newCustomer}?shortName=Z%C3%BCrich`, { at: 'new-customer', tenant: null, shortName: 'Zürich' }],
  [places.invitations, { at: 'invitations', id: null }],
  [`${places.invitations}/inv_1`, { at: 'invitations', id: 'inv_1' }],
  [places.customers, { at: 'customers' }],
  [settingsPlace, { at: 'settings' }],
  [places.adopt, { at: 'adopt' }],
  [places.doctor, { at: 'doctor' }],
  [places.method('inv_1'), { at: 'method', id: 'inv_1' }],
  [places.start('inv_1'), { at: 'start', id: 'inv_1' }],
])('%s leads to its place', (hash, route) => {
  expect(routeOf(hash)).toEqual(route);
});

test.each(Object.keys(settingsPlaces).filter(isSettingsPlace))('%s has an address of its own in Settings', (name) => {
  expect(routeOf(settingsPlaces[name].place)).toMatchObject({ at: name });
});

test.each(serviceTabs)('the tab %s has an address of its own', (tab) => {
  expect(routeOf(places.service('svc_1', tab))).toEqual({ at: 'service', id: 'svc_1', tab });
});

test.each([
  '#/nothing',
  '#/services/svc_1/passwords',
  '#/invitations/inv_1/add',
  '#/settings/nothing',
  '#/settings/branding/more',
  '#/onboarding/operator-connect',
  '#/a/b/c/d',
])('%s leads nowhere', (hash) => {
  expect(routeOf(hash)).toEqual({ at: 'nowhere' });
});
