import { activeGuide } from './remembered.ts';

/** Opens the guide "Check the permissions" for an invitation: it shows on every portal that is open, or will be. */
export const startGuide = (invitationId: string): Promise<void> =>
  activeGuide.setValue({ guide: 'check-permissions', invitationId, startedAt: Date.now() });
