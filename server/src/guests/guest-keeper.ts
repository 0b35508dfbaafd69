import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import { err, ok } from '@latchkey/shared/result';
import type { Clock } from '../clock.ts';
import type { SessionKey } from '../http/call.ts';
import type { ChecksGuests } from '../http/sessions.ts';
import type { Invitation, InvitationReads } from '../invitations/invitation-repository.ts';
import { isPastConsent } from '../invitations/life.ts';
import { Secret } from '../sealing/secret.ts';
import type { KeyValue } from '../storage/key-value.ts';

const lifeMs = 2 * 3_600_000;
/** How a guest's session begins: no operator's does, since theirs has no point in it. */
const prefix = 'guest.';

const Kept = z.strictObject({ invitationId: z.string(), linkVersion: z.int(), openedAt: z.int() });

export interface OpenedGuestSession {
  readonly session: Secret;
  readonly endsAt: string;
}

/** Sessions of guests: opaque, two hours at most, and over as soon as their invitation is cancelled or its link renewed. */
export interface KeepsGuests extends ChecksGuests {
  open(invitation: Invitation): Promise<OpenedGuestSession>;
  isLiving(key: SessionKey): Promise<boolean>;
  close(key: SessionKey): Promise<void>;
}

export function createGuestKeeper(dependencies: {
  readonly guests: KeyValue;
  readonly invitations: Pick<InvitationReads, 'find'>;
  readonly now: Clock;
}): KeepsGuests {
  const { guests, invitations } = dependencies;
  const now = () => dependencies.now().getTime();

  const living = async (key: SessionKey) => {
    const kept = Kept.safeParse(await guests.get(key));
    if (!kept.success || now() >= kept.data.openedAt + lifeMs) return undefined;
    const invitation = await invitations.find(kept.data.invitationId);
    const isOpen = invitation !== undefined && mayBeGuided(invitation, kept.data.linkVersion);
    return isOpen ? { invitationId: invitation.id } : undefined;
  };

  return {
    isGuestSession: (session) => session.reveal().startsWith(prefix),
    open: async (invitation) => {
      const session = prefix + randomBytes(32).toString('base64url');
      const openedAt = now();
      const kept = { invitationId: invitation.id, linkVersion: invitation.link?.version ?? 0, openedAt };
      await guests.set(keyOf(session), kept, lifeMs / 1000);
      return { session: new Secret(session), endsAt: new Date(openedAt + lifeMs).toISOString() };
    },
    check: async (session) => {
      const key = keyOf(session.reveal());
      const guest = await living(key);
      return guest === undefined ? err('session_ended') : ok({ guest, key });
    },
    isLiving: async (key) => (await living(key)) !== undefined,
    close: (key) => guests.remove(key),
  };
}

/** Whether the guide is for the holder of a link of this version: somebody has approved, and nothing has ended it. */
export const mayBeGuided = (invitation: Invitation, linkVersion: number): boolean =>
  invitation.link?.version === linkVersion && isPastConsent(invitation);

/** The store knows only the digest: who reads it cannot call with it. */
const keyOf = (session: string): SessionKey => createHash('sha256').update(session).digest('hex') as SessionKey;
