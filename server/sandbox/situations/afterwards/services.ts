import type { Situation } from '../situation.ts';
import { ordinary } from './ordinary.ts';

const numbers = '/admin/teams/';

/** What the tenant has of Microsoft's services. */
export const serviceSituations: readonly Situation[] = [
  ordinary('contoso', 'graph-disabled', { services: { 'Microsoft Graph': 'disabled' } }),
  ordinary('fabrikam', 'graph-absent', { services: { 'Microsoft Graph': 'absent' } }),
  ordinary('northwind', 'graph-not-bought', { services: { 'Microsoft Graph': 'not bought' } }),
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
