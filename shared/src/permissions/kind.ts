import * as z from 'zod/mini';

/** Delegated permissions are scopes, application permissions are app roles. */
export const PermissionKind = z.enum(['delegated', 'application']);
export type PermissionKind = z.infer<typeof PermissionKind>;
