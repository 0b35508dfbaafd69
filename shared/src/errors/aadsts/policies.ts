import type { MicrosoftFault } from '../microsoft-fault.ts';

const blocked = {
  class: 'policy',
  owner: 'customer',
  retry: 'never',
  cause: 'conditional_access',
  refusal: 'not_allowed',
} as const;

/** What the customer's organisation does not let happen. Microsoft mostly says it on its own page, and does not come back. */
export const policyFaults = {
  50002: { ...blocked, next: 'network_restriction' },
  50005: { ...blocked, next: 'managed_device' },
  50097: { ...blocked, next: 'managed_device' },
  50129: { ...blocked, next: 'managed_device' },
  50131: { ...blocked, next: 'policy_exception' },
  50155: { ...blocked, next: 'managed_device' },
  500021: { ...blocked, next: 'network_restriction' },
  500022: { ...blocked, next: 'network_restriction' },
  53000: { ...blocked, next: 'managed_device' },
  53001: { ...blocked, next: 'managed_device' },
  53002: { ...blocked, next: 'approved_app' },
  53003: { ...blocked, next: 'policy_exception' },
  53004: { ...blocked, next: 'clear_risk' },
  53010: { ...blocked, next: 'policy_exception' },
  53011: { ...blocked, next: 'clear_risk' },
  530032: { ...blocked, next: 'policy_exception' },
  530034: { ...blocked, next: 'clear_risk' },
  530035: { ...blocked, next: 'security_defaults' },
  700003: { ...blocked, next: 'managed_device' },
  1000104: { ...blocked, next: 'cross_tenant_policy' },
} as const satisfies Readonly<Record<number, MicrosoftFault>>;
