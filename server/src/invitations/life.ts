import { move } from '@latchkey/shared/invitations/status';
import type { Invitation } from './invitation-repository.ts';

/** Whether nobody can start any more because the time is over. What is consented has no expiry. */
export const isExpired = ({ status, expiresAt }: Invitation, now: Date): boolean =>
  status === 'expired' || (move(status, 'expire') !== undefined && now.getTime() >= Date.parse(expiresAt));

/** Whether Start may be pressed now. */
export const isStartable = (invitation: Invitation, now: Date): boolean =>
  move(invitation.status, 'start') !== undefined && !isExpired(invitation, now);

/** Whether a consent is on record: Start has nothing left to do. */
export const isPastConsent = ({ status }: Pick<Invitation, 'status'>): boolean =>
  status === 'onboarded' || move(status, 'prove') !== undefined || move(status, 'onboard') !== undefined;
