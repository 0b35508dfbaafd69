import type { InvitationView } from '@latchkey/shared/api/invitations';
import type { PendingMails } from '@latchkey/shared/api/pending-invitations';
import { move } from '@latchkey/shared/invitations/status';
import { fill } from '@latchkey/shared/words/fill';
import { useState } from 'preact/hooks';
import type { PendingRow } from '../checklist/pending-row.ts';
import { Button } from '../look/button.tsx';
import { Dialog } from '../look/dialog.tsx';
import { ErrorBanner } from '../look/error-words.tsx';
import { useFullSpeech } from '../look/words.ts';
import type { ClientError } from '../server-api/client-error.ts';
import { useSendMail } from './use-send-mail.ts';

/** An invitation whose link was mailed, and what came of it. */
export interface Mailed {
  readonly invitation: InvitationView;
  readonly mail: PendingMails;
}

/** Whether the link can go once more to where it went: an address is known, nothing waits, and there is something to start. */
export const maySend = ({ invitation, standing }: PendingRow, { newest }: PendingMails): boolean =>
  newest.to !== null &&
  newest.state !== 'waiting' &&
  standing.nextAction !== 'renew' &&
  move(invitation.status, 'start') !== undefined;

interface DialogProps extends Mailed {
  readonly onClose: () => void;
  /** It is owed: what is said of it. */
  readonly onSent: (text: string) => Promise<void>;
}

/** Asks before the link is mailed to an address again. However often it is pressed, one mail is owed. */
export function SendDialog({ invitation: { id, customer }, mail: { newest }, onClose, onSent }: DialogProps) {
  const { words } = useFullSpeech();
  const { pendingPage: of, mailCard } = words.console;
  const [error, setError] = useState<ClientError | null>(null);
  const order = useSendMail(id);
  const to = newest.to ?? '';

  async function send(): Promise<void> {
    const body = { to, kind: 'invitation', language: newest.language } as const;
    const reply = await order(body);
    if (!reply.ok) return setError(reply.error);
    await onSent(fill(mailCard.queued.invitation, { to }));
  }

  return (
    <Dialog title={fill(of.sendTitle, { to })} onClose={onClose}>
      <p>{fill(of.sendText, { customer: customer.fullName })}</p>
      {error !== null && <ErrorBanner error={error} />}
      <div class="lk-actions">
        <Button kind="primary" onPress={send}>
          {of.sendYes}
        </Button>
        <Button onPress={onClose}>{of.sendNo}</Button>
      </div>
    </Dialog>
  );
}
