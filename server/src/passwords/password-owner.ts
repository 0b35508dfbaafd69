import { createHash } from 'node:crypto';
import type { AccountKey } from './password-repository.ts';

/** What a sealed password is bound to: copied to another customer, or to another account of this one, it does not open. */
export const passwordOwner = (customerId: string, username: string): string =>
  `customer-password:${customerId}:${username.toLowerCase()}`;

/** Under what tries are counted: the account in its tenant, however its name is written. */
export const accountKey = (tenantId: string, username: string): AccountKey =>
  createHash('sha256').update(`${tenantId.toLowerCase()} ${username.toLowerCase()}`).digest('hex') as AccountKey;
