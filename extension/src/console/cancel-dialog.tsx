import type { InvitationView } from '@latchkey/shared/api/invitations';
import { fill } from '@latchkey/shared/words/fill';
import { useState } from 'preact/hooks';
import { Button } from '../look/button.tsx';
import { Dialog } from '../look/dialog.tsx';
import { ErrorBanner } from '../look/error-words.tsx';
import { useFullSpeech } from '../look/words.ts';
import type { ClientError } from '../server-api/client-error.ts';
import { useSurroundings } from '../session/surroundings.ts';

interface Props {
  readonly invitation: InvitationView;
  readonly onClose: () => void;
  /** It is cancelled: what is said of it. */
  readonly onCancelled: (text: string) => Promise<void>;
}

/** Asks before an invitation is cancelled: it cannot be taken back. */
export function CancelDialog({ invitation: { id, customer }, onClose, onCancelled }: Props) {
  const { words } = useFullSpeech();
  const { api } = useSurroundings();
  const { pendingPage: of } = words.console;
  const [error, setError] = useState<ClientError | null>(null);
  const named = { customer: customer.fullName };

  async function cancel(): Promise<void> {
    const reply = await api.call('cancelInvitation', { params: { invitationId: id } });
    if (!reply.ok) return setError(reply.error);
    await onCancelled(fill(of.cancelled, named));
  }

  return (
    <Dialog title={fill(of.cancelTitle, named)} onClose={onClose}>
      <p>{fill(of.cancelText, named)}</p>
      {error !== null && <ErrorBanner error={error} />}
      <div class="lk-actions">
        <Button onPress={onClose}>{of.cancelNo}</Button>
        <Button kind="danger" onPress={cancel}>
          {of.cancelYes}
        </Button>
      </div>
    </Dialog>
  );
}
