/** Ids of the API's shape, counted up: the same each time. */
export const idOf = (prefix: 'cus' | 'svc' | 'inv' | 'con' | 'val', count: number): string =>
  `${prefix}_${String(count).padStart(26, '0')}`;

/** A tenant id for the n-th customer. */
export const tenantOf = (count: number): string => `6f1c2a90-4b7e-4d11-9a52-${String(count).padStart(12, '0')}`;
