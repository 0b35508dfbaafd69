import { directRoutingDelegated } from '@latchkey/shared/permissions/profiles';

/** What Direct Routing requires, by claim value. */
export const requiredPermissions: readonly string[] = directRoutingDelegated.permissions
  .filter(({ required }) => required)
  .map(({ value }) => value);
