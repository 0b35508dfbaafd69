import { guideEndpoints } from '@latchkey/shared/api/guide-endpoints';
import type { Reply } from '../server-api/client-error.ts';
import { createServerApi, knowEndpoints } from '../server-api/server-api.ts';
import { guestSession, savedGuide } from '../session/remembered.ts';
import { startGuide } from '../session/start-guide.ts';
import type { Handover } from './handover.ts';

/**
 * Exchanges the one-time code with the host that gave it, keeps the session in memory, bound to that host and that invitation,
 * and opens the guide. Gives the address of the portal. `null`: the page and its server do not name the same application.
 */
export async function openGuestGuide(handover: Handover, send: typeof fetch): Promise<Reply<string | null>> {
  knowEndpoints(guideEndpoints);
  const { origin, code, appId } = handover;
  const apiAs = (session: string | null) =>
    createServerApi({ origin, session: () => session, onSessionEnded: () => undefined, fetch: send });
  const opened = await apiAs(null).call('openGuestSession', { body: { code } });
  if (!opened.ok) return opened;
  const { session, invitationId, tenant, endsAt } = opened.value;
  if (opened.value.appId.toLowerCase() !== appId) return { ok: true, value: null };
  const guide = await apiAs(session).call('readGuide', { params: { invitationId } });
  await guestSession.setValue({ session, origin, invitationId, endsAt });
  if (guide.ok) await savedGuide.setValue(guide.value);
  await startGuide(invitationId);
  const blade = guide.ok ? guide.value.permissionsBlade?.entra : undefined;
  return { ok: true, value: blade ?? `https://entra.microsoft.com/${tenant.id}/` };
}
