import { fewestDays, mostDays } from '@latchkey/shared/invitations/term';
import type { InvitationView } from '@latchkey/shared/api/invitations';
import { fill } from '@latchkey/shared/words/fill';
import { useRef, useState } from 'preact/hooks';
import { Button } from '../look/button.tsx';
import { Dialog } from '../look/dialog.tsx';
import { ErrorBanner } from '../look/error-words.tsx';
import { useFullSpeech } from '../look/words.ts';
import type { ClientError } from '../server-api/client-error.ts';
import { keyFor, type KeptKey } from '../server-api/idempotency.ts';
import type { Answer } from '../server-api/server-api.ts';
import { useSurroundings } from '../session/surroundings.ts';
import { Field } from './field.tsx';

interface Props {
  readonly invitation: InvitationView;
  readonly setting: Answer<'readMailSetting'>;
  /** Whom the new link is mailed to; nobody while no address is typed. */
  readonly to: string | undefined;
  readonly onRenewed: (said: string, isSent: boolean) => Promise<void>;
  /** Where nothing else can be done. */
  readonly primary: boolean;
}

/** Another link and another term, once somebody has read what that means. */
export function RenewLink({ invitation, setting, to, onRenewed, primary }: Props) {
  const { words } = useFullSpeech();
  const of = words.console.mailCard;
  const { api } = useSurroundings();
  const isDraft = invitation.method === null;
  const [isOpen, open] = useState(false);
  const [typed, setTyped] = useState(String(setting.invitationDays));
  const [error, setError] = useState<ClientError | null>(null);
  const sent = useRef<KeptKey | null>(null);
  const days = Number(typed.trim());
  const isTerm = Number.isInteger(days) && days >= fewestDays && days <= mostDays;
  const known = setting.isSetUp ? to : undefined;

  async function renew(receiver: string | undefined): Promise<void> {
    setError(null);
    const body = receiver === undefined ? { days } : { days, to: receiver };
    sent.current = keyFor(body, sent.current, () => crypto.randomUUID());
    const reply = await api.call(
      'renewInvitation',
      { params: { invitationId: invitation.id }, body },
      { idempotencyKey: sent.current.key },
    );
    if (!reply.ok) return setError(reply.error);
    sent.current = null;
    open(false);
    const isSent = receiver !== undefined;
    const toNobody = isDraft ? of.renewedDraft : of.renewed;
    await onRenewed(isSent ? fill(of.renewedAndSent, { to: receiver }) : toNobody, isSent);
  }

  return (
    <>
      <Button {...(primary ? { kind: 'primary' } : {})} onPress={() => open(true)}>
        {isDraft ? of.expiredTitle : of.renew}
      </Button>
      {isOpen && (
        <Dialog
          title={fill(isDraft ? of.renewDraftTitle : of.renewTitle, { customer: invitation.customer.fullName })}
          onClose={() => open(false)}
        >
          <p>{isDraft ? of.expiredDraft : of.renewText}</p>
          <Field label={of.days} hint={fill(of.daysHint, { from: fewestDays, to: mostDays })} fault={undefined}>
            {(control) => (
              <input
                {...control}
                class="lk-input"
                inputMode="numeric"
                autocomplete="off"
                value={typed}
                onInput={(event) => setTyped(event.currentTarget.value)}
              />
            )}
          </Field>
          {error !== null && <ErrorBanner error={error} />}
          <div class="lk-actions">
            <Button onPress={() => open(false)}>{isDraft ? words.actions.close : of.renewNo}</Button>
            <Button
              {...(known === undefined && { kind: 'danger' as const })}
              off={!isTerm}
              onPress={() => renew(undefined)}
            >
              {isDraft ? of.expiredTitle : of.renewOnly}
            </Button>
            {known !== undefined && (
              <Button kind="danger" off={!isTerm} onPress={() => renew(known)}>
                {of.renewAndSend}
              </Button>
            )}
          </div>
        </Dialog>
      )}
    </>
  );
}
