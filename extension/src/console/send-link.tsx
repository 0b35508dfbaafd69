import type { InvitationView } from '@latchkey/shared/api/invitations';
import { fill } from '@latchkey/shared/words/fill';
import { useState } from 'preact/hooks';
import { useMayWrite } from '../checklist/row-button.tsx';
import { Button } from '../look/button.tsx';
import { CopyField } from '../look/copy-field.tsx';
import { ErrorBanner } from '../look/error-words.tsx';
import { Moment } from '../look/time.tsx';
import { useFullSpeech } from '../look/words.ts';
import type { ClientError } from '../server-api/client-error.ts';
import { useSurroundings } from '../session/surroundings.ts';

interface Shown {
  readonly link: string;
  readonly typedCode: string;
  readonly expiresAt: string;
}

/** The link for the customer's administrator, on request only: each showing is on record. */
export function SendLink({ invitation }: { readonly invitation: InvitationView }) {
  const { words } = useFullSpeech();
  const { startPage } = words.console;
  const { api, platform } = useSurroundings();
  const mayWrite = useMayWrite();
  const [shown, setShown] = useState<Shown | null>(null);
  const [copied, setCopied] = useState(false);
  const [error, setError] = useState<ClientError | null>(null);

  async function copy(): Promise<void> {
    setError(null);
    const reply = await api.call('copyLink', { params: { invitationId: invitation.id } });
    if (!reply.ok) return setError(reply.error);
    setShown(reply.value);
    setCopied(await platform.copy(reply.value.link));
  }

  const [before, after] = startPage.goodUntil.split('{time}');
  return (
    <section class="lk-card" aria-labelledby="send-link">
      <div class="lk-card__head">
        <h2 id="send-link">{startPage.orSend}</h2>
      </div>
      <div class="lk-card__body lkx-stack">
        <p class="lk-soft">{fill(startPage.orSendText, { customer: invitation.customer.fullName })}</p>
        <div class="lk-actions">
          <Button off={!mayWrite} onPress={copy}>
            {startPage.copyLink}
          </Button>
          <span role="status">{copied ? words.actions.copied : ''}</span>
        </div>
        {error !== null && <ErrorBanner error={error} />}
        {shown !== null && (
          <dl class="lkc-facts">
            <dt>{startPage.link}</dt>
            <dd>
              <CopyField label={startPage.link} value={shown.link} copy={platform.copy} />
            </dd>
            <dt>{startPage.typedCode}</dt>
            <dd>
              <CopyField label={startPage.typedCode} value={shown.typedCode} copy={platform.copy} />
            </dd>
            <dd class="lk-hint lkc-wide">
              {before}
              <Moment at={shown.expiresAt} />
              {after}
            </dd>
          </dl>
        )}
      </div>
    </section>
  );
}
