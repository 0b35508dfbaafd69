import type { Situation } from '../situation.ts';
import { ordinary } from './ordinary.ts';

const numbers = '/admin/teams/';
const teamsAdministration = '/Skype.TelephoneNumberMgmt/';

/** What the tenant has of Microsoft's services. */
export const serviceSituations: readonly Situation[] = [
  ordinary('contoso', 'graph-disabled', { services: { 'Microsoft Graph': 'disabled' } }),
  ordinary('fabrikam', 'graph-absent', { services: { 'Microsoft Graph': 'absent' } }),
  ordinary('northwind', 'graph-not-bought', { services: { 'Microsoft Graph': 'not bought' } }),
  ordinary('proseware', 'teams-administration-answers'),
  ordinary('tailspin', 'teams-administration-disabled', { services: { 'Teams administration': 'disabled' } }),
  ordinary('wingtip', 'teams-administration-absent', { services: { 'Teams administration': 'absent' } }),
  ordinary('litware', 'teams-administration-absent-and-optional', { services: { 'Teams administration': 'absent' } }),
  ordinary('contoso', 'teams-administration-not-bought', { services: { 'Teams administration': 'not bought' } }),
  ordinary('fabrikam', 'teams-administration-throttled', {
    graph: [{ on: 'request', path: teamsAdministration, status: 429, retryAfter: 60 }],
  }),
  ordinary('northwind', 'teams-administration-refuses-without-a-reason', {
    graph: [{ on: 'request', path: teamsAdministration, status: 403, body: { message: 'Forbidden' } }],
  }),
  ordinary('adatum', 'teams-administration-cut-off', {
    graph: [{ on: 'request', path: teamsAdministration, status: 200, harm: 'cut' }],
  }),
  // Graph's own words for telephony that nobody bought are not published; 402 is "payment required" wherever it meters a service.
  ordinary('adatum', 'telephony-not-bought', {
    graph: [{ on: 'batch-item', path: numbers, status: 402, code: 'PaymentRequired' }],
  }),
  ordinary('proseware', 'premium-not-bought', {
    graph: [
      {
        on: 'batch-item',
        path: numbers,
        status: 403,
        code: 'Authentication_RequestFromNonPremiumTenantOrB2CTenant',
      },
    ],
  }),
  ordinary('tailspin', 'telephony-refuses-without-a-reason', {
    graph: [{ on: 'batch-item', path: numbers, status: 403, code: 'Forbidden' }],
  }),
];
