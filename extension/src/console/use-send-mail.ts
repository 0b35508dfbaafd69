import type { sendInvitation } from '@latchkey/shared/api/invitation-mails';
import { useRef } from 'preact/hooks';
import type * as z from 'zod/mini';
import type { Reply } from '../server-api/client-error.ts';
import { keyFor, type KeptKey } from '../server-api/idempotency.ts';
import type { Answer } from '../server-api/server-api.ts';
import { useSurroundings } from '../session/surroundings.ts';

type Order = z.input<typeof sendInvitation.body>;

/** Orders a mail about an invitation. However often the same is ordered before it is answered, one mail is owed. */
export function useSendMail(invitationId: string): (body: Order) => Promise<Reply<Answer<'sendInvitation'>>> {
  const { api } = useSurroundings();
  const sent = useRef<KeptKey | null>(null);
  return async (body) => {
    sent.current = keyFor(body, sent.current, () => crypto.randomUUID());
    const reply = await api.call(
      'sendInvitation',
      { params: { invitationId }, body },
      { idempotencyKey: sent.current.key },
    );
    if (reply.ok) sent.current = null;
    return reply;
  };
}
