import type { Situation } from '../situation.ts';
import { ordinary } from './ordinary.ts';

const batch = { on: 'request', path: '/$batch', status: 200 } as const;
const grants = { on: 'batch-item', path: 'oauth2PermissionGrants', status: 200 } as const;
const token = { grantType: 'refresh_token', body: {} } as const;

/** What becomes of answers on their way, and of whoever gives them. */
export const answerSituations: readonly Situation[] = [
  ordinary('contoso', 'throttled-inside-a-batch', {
    graph: [{ on: 'batch-item', path: '/users', status: 429, retryAfter: 30 }],
  }),
  ordinary('fabrikam', 'throttled-once', {
    graph: [{ on: 'batch-item', path: '/users', status: 429, retryAfter: 2, times: 1 }],
  }),
  ordinary('northwind', 'token-throttled', { token: [{ ...token, status: 429, retryAfter: 60 }] }),
  ordinary('litware', 'sign-in-service-out-of-order', {
    token: [
      {
        ...token,
        status: 400,
        body: {
          error: 'temporarily_unavailable',
          error_description: 'AADSTS90033: A transient error has occurred. Please try again.',
          error_codes: [90033],
        },
      },
    ],
  }),
  ordinary('adatum', 'graph-out-of-order', { graph: [{ ...batch, status: 503 }] }),
  ordinary('proseware', 'page-in-place-of-graph', { graph: [{ ...batch, harm: 'page' }] }),
  ordinary('tailspin', 'page-in-place-of-a-token', { token: [{ ...token, status: 400, harm: 'page' }] }),
  ordinary('wingtip', 'graph-cut-off', { graph: [{ ...batch, harm: 'cut' }] }),
  ordinary('contoso', 'token-cut-off', { token: [{ ...token, status: 400, harm: 'cut' }] }),
  ordinary('fabrikam', 'graph-hangs-up', { graph: [{ ...batch, harm: 'hung up' }] }),
  ordinary('northwind', 'sign-in-service-hangs-up', { token: [{ ...token, status: 400, harm: 'hung up' }] }),
  ordinary('litware', 'next-page-at-somebody-elses', { graph: [{ ...grants, harm: 'next page elsewhere' }] }),
  ordinary('adatum', 'grants-not-shown', {
    graph: [{ ...grants, status: 403, code: 'Authorization_RequestDenied' }],
  }),
  ordinary('proseware', 'answers-of-another-tenant', {}, { lie: 'wrong-tenant' }),
];
