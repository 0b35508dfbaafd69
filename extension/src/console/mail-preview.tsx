import type { InvitationView } from '@latchkey/shared/api/invitations';
import { useState } from 'preact/hooks';
import { Button } from '../look/button.tsx';
import { Dialog } from '../look/dialog.tsx';
import { ErrorBanner } from '../look/error-words.tsx';
import { useFullSpeech } from '../look/words.ts';
import type { ClientError } from '../server-api/client-error.ts';
import type { Answer } from '../server-api/server-api.ts';
import { useSurroundings } from '../session/surroundings.ts';

/** The mail before it is sent, as text; without its link, which is made when it is sent. */
export function MailPreview({ invitation }: { readonly invitation: InvitationView }) {
  const { words } = useFullSpeech();
  const of = words.console.mailCard;
  const { api } = useSurroundings();
  const [shown, show] = useState<Answer<'previewInvitationMail'> | null>(null);
  const [error, setError] = useState<ClientError | null>(null);
  async function read(): Promise<void> {
    const reply = await api.call('previewInvitationMail', { params: { invitationId: invitation.id }, query: {} });
    setError(reply.ok ? null : reply.error);
    if (reply.ok) show(reply.value);
  }
  return (
    <>
      <Button kind="quiet" onPress={read}>
        {of.preview}
      </Button>
      {error !== null && <ErrorBanner error={error} />}
      {shown !== null && (
        <Dialog title={shown.subject} onClose={() => show(null)}>
          <p class="lk-hint">{of.previewText}</p>
          <p class="lkc-letter-body" dir="auto">
            {shown.text}
          </p>
          <div class="lk-actions">
            <Button onPress={() => show(null)}>{of.close}</Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
