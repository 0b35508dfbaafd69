import { forgetGuestSession, forgetSession } from '../session/forget-session.ts';
import { guestSession, keptSession, type ActiveGuide } from '../session/remembered.ts';

/** Who asks the server on behalf of a guide: the guest of its invitation, or the operator who is signed in. */
export interface Credential {
  readonly kind: 'guest' | 'operator';
  readonly session: string;
  /** The API that gave the session; it goes nowhere else. */
  readonly origin: string;
}

/** A guest's session opens one invitation only, and an operator's every one; both end. */
export async function credentialFor({ invitationId }: ActiveGuide, now: number): Promise<Credential | null> {
  const [guest, operator] = await Promise.all([guestSession.getValue(), keptSession.getValue()]);
  if (guest !== null && guest.invitationId === invitationId && Date.parse(guest.endsAt) > now)
    return { kind: 'guest', session: guest.session, origin: guest.origin };
  if (operator !== null && Date.parse(operator.view.endsAt) > now)
    return { kind: 'operator', session: operator.session, origin: operator.origin };
  return null;
}

/** The server says that it is over. */
export const forgetCredential = ({ kind, session }: Credential): Promise<void> =>
  kind === 'guest' ? forgetGuestSession(session) : forgetSession(session, 'ended');
