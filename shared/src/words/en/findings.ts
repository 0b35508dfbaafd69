import type { Finding } from '../../permissions/check.ts';

/** What the permission check says of one permission. */
export const findings = {
  granted: 'Granted',
  one_person: 'One person only',
  missing: 'Missing',
  optional_missing: 'Optional, missing',
  disabled: 'Switched off',
  skipped: 'Skipped',
  surplus: 'Surplus',
} as const satisfies Record<Finding | 'optional_missing', string>;
