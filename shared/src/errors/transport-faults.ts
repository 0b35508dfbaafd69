import type { MicrosoftFault } from './microsoft-fault.ts';

const line = { class: 'network', owner: 'nobody', retry: 'later' } as const;

/** What can happen on the way to Microsoft, where nobody at Microsoft said a word. */
export const transportFaults = {
  name_not_resolved: { ...line, next: 'name_resolution' },
  connection_refused: { ...line, next: 'firewall' },
  connection_reset: { ...line, next: 'firewall' },
  timed_out: { ...line, next: 'firewall' },
  certificate_unknown: { ...line, retry: 'never', next: 'trusted_certificate' },
  certificate_expired: { ...line, retry: 'never', next: 'clock' },
  proxy_sign_in: { ...line, retry: 'never', next: 'proxy_sign_in' },
  blocked_in_browser: { ...line, retry: 'never', next: 'browser_block' },
  page_in_place_of_answer: { ...line, retry: 'never', next: 'page_not_answer' },
  offline: { ...line, next: 'name_resolution' },
} as const satisfies Readonly<Record<string, MicrosoftFault>>;
export type TransportFault = keyof typeof transportFaults;

/** What is left to say where only an HTTP status is known. */
export const statusFaults = {
  400: { class: 'app_setup', owner: 'provider', retry: 'never', next: 'request_shape' },
  401: { class: 'session', owner: 'provider', retry: 'later', next: 'fresh_token' },
  403: { class: 'permission', owner: 'customer', retry: 'propagation', next: 'check_permissions' },
  404: { class: 'registration', owner: 'provider', retry: 'propagation', next: 'look_again' },
  407: transportFaults.proxy_sign_in,
  409: { class: 'outage', owner: 'microsoft', retry: 'later', next: 'look_again' },
  429: { class: 'throttled', owner: 'microsoft', retry: 'later', next: 'slow_down' },
  500: { class: 'outage', owner: 'microsoft', retry: 'later', next: 'wait' },
  502: { class: 'outage', owner: 'microsoft', retry: 'later', next: 'wait' },
  503: { class: 'outage', owner: 'microsoft', retry: 'later', next: 'wait' },
  504: { class: 'outage', owner: 'microsoft', retry: 'later', next: 'wait' },
} as const satisfies Readonly<Record<number, MicrosoftFault>>;
export type FaultStatus = keyof typeof statusFaults;
