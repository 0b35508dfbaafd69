import { resources } from '@latchkey/shared/permissions/profile';

/** A permission of Microsoft Graph's, as the provider writes it into a profile of its own. */
export const ownPermission = (value: string) => ({
  resourceAppId: resources.graph,
  kind: 'delegated',
  value,
  required: true,
  why: 'So that numbers can be given',
  without: 'No number could be given',
});
