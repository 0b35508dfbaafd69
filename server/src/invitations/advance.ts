import { move, type InvitationEvent } from '@latchkey/shared/invitations/status';
import type { Invitation } from './invitation-repository.ts';

/** The invitation after `event`; undefined when the table of moves does not allow it. Since when counts from the change of status. */
export function advanced(invitation: Invitation, event: InvitationEvent, at: string): Invitation | undefined {
  const status = move(invitation.status, event);
  if (status === undefined) return undefined;
  return status === invitation.status ? invitation : { ...invitation, status, statusSince: at };
}
