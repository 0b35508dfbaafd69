import { closeGuestSession } from '@latchkey/shared/api/guest-session';
import { activeGuide, guestSession, guideCheck, savedGuide } from '../session/remembered.ts';
import { addressOf } from '../server-api/request.ts';

/** Ends the guide everywhere. A guest's session ends with it, here at once and at the server as soon as it hears of it. */
export async function endGuide(send: typeof fetch): Promise<void> {
  const guest = await guestSession.getValue();
  // First of all: who keeps something of a guide looks afterwards whether it is still open.
  await activeGuide.removeValue();
  await Promise.all([guestSession, savedGuide, guideCheck].map((item) => item.removeValue()));
  if (guest === null) return;
  await send(addressOf(guest.origin, closeGuestSession, {}), {
    method: closeGuestSession.method,
    headers: { authorization: `Bearer ${guest.session}` },
    credentials: 'omit',
    redirect: 'error',
    signal: AbortSignal.timeout(10_000),
  }).catch(() => undefined);
}
