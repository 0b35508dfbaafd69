import {
  customerDraft,
  guestSession,
  keptSession,
  panelInvitation,
  savedConsoleCustomers,
  savedGuide,
  savedPending,
  savedTenants,
  sessionEnding,
  toolbarMoment,
} from './remembered.ts';

/** Forgets `session` and all that was learned under it; another one is left alone. Null means whichever there is. */
export async function forgetSession(session: string | null, because: 'ended' | null): Promise<void> {
  const kept = await keptSession.getValue();
  if (kept === null || (session !== null && kept.session !== session)) return;
  await sessionEnding.setValue(because);
  const learned = [
    savedPending,
    savedTenants,
    customerDraft,
    panelInvitation,
    savedGuide,
    savedConsoleCustomers,
    toolbarMoment,
  ];
  await Promise.all(learned.map((item) => item.removeValue()));
  await keptSession.removeValue();
}

/** The same for a guest's. */
export async function forgetGuestSession(session: string): Promise<void> {
  if ((await guestSession.getValue())?.session !== session) return;
  await Promise.all([guestSession.removeValue(), savedGuide.removeValue()]);
}
