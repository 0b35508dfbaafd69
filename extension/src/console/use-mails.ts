import type { InvitationMailView } from '@latchkey/shared/api/invitation-mails';
import { useEffect } from 'preact/hooks';
import { useClock } from '../look/clock.ts';
import type { Reply } from '../server-api/client-error.ts';
import type { Resource } from '../server-api/resource.ts';
import type { Answer } from '../server-api/server-api.ts';
import { useSurroundings } from '../session/surroundings.ts';
import { useFollowed } from './use-followed.ts';

/** The newest mail of an invitation, and what the deployment says of mail. */
export interface KnownMails {
  readonly setting: Answer<'readMailSetting'>;
  readonly mail: InvitationMailView | null;
}

/** Live while its page is open; what waits is counted anew as time goes by. */
export function useMails(invitationId: string): Resource<KnownMails> {
  const { api } = useSurroundings();
  const mails = useFollowed(invitationId, async (): Promise<Reply<KnownMails>> => {
    const [setting, found] = await Promise.all([
      api.call('readMailSetting', {}),
      api.call('listInvitationMails', { query: { invitations: invitationId } }),
    ]);
    if (!setting.ok) return setting;
    return found.ok ? { ok: true, value: { setting: setting.value, mail: found.value.mails[0] ?? null } } : found;
  });
  const now = useClock().coarse.value;
  const isWaiting = mails.known.value.value?.mail?.state === 'waiting';
  useEffect(() => {
    if (isWaiting) void mails.refresh();
  }, [now]);
  return mails;
}
