import type { TransportFault } from '../transport-faults.ts';
import type { Found } from './found.ts';

const networkWord = {
  name_not_resolved: 'ENOTFOUND',
  connection_refused: 'ECONNREFUSED',
  connection_reset: 'ECONNRESET',
  timed_out: 'ETIMEDOUT',
  certificate_unknown: 'SELF_SIGNED_CERT_IN_CHAIN',
  certificate_expired: 'CERT_HAS_EXPIRED',
  proxy_sign_in: 'ERR_PROXY_CONNECTION_FAILED',
  blocked_in_browser: 'ERR_BLOCKED_BY_CLIENT',
  page_in_place_of_answer: "Unexpected token '<'",
  offline: 'ENETUNREACH',
} as const satisfies Record<TransportFault, string>;

/**
 * What was found, as a text that reads the same again: what is handed on in place of a paste, so that nothing else of it travels
 * further than it must.
 */
export function restate(found: Found): string {
  const lines: readonly (string | null)[] = [
    ...found.aadsts.map((number) => `AADSTS${number}`),
    line('error: ', found.oauthError),
    line('suberror: ', found.suberror),
    line('code: ', found.graph),
    found.transport === null ? null : networkWord[found.transport],
    line('status: ', found.status),
    line('Request ID: ', found.requestId),
    line('Correlation ID: ', found.correlationId),
    line('Timestamp: ', found.timestamp),
    line('Tenant ID: ', found.tenantId),
    found.tenantDomain === null ? null : `domain_hint=${found.tenantDomain}`,
    line('App ID: ', found.appId),
  ];
  return lines.filter((one) => one !== null).join('\n');
}

const line = (label: string, value: string | number | null): string | null =>
  value === null ? null : `${label}${value}`;
