import * as z from 'zod/mini';

/** The steps of the guide "Check the permissions", in their order. Their words stand in words.guide.steps. */
const checkPermissionsSteps = [
  'open-tenant',
  'open-registration',
  'open-permissions',
  'grant-admin-consent',
  'compare-permissions',
] as const;

export const StepId = z.enum(checkPermissionsSteps);
export type StepId = z.infer<typeof StepId>;
