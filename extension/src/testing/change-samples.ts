import type { Change } from '@latchkey/shared/api/changes';

/** A line of the change feed; what it is about does not matter. */
export const change = (sequence: number): Change => ({
  sequence,
  at: '2026-11-24T14:31:08.000Z',
  action: 'invitation.changed',
  customerId: null,
  invitationId: null,
  connectionId: null,
  serviceId: null,
});
