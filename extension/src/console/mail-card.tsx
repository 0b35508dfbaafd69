import { readMailAddress } from '@latchkey/shared/mail/mail-address';
import type { MailKind } from '@latchkey/shared/mail/mail-kind';
import type { InvitationView } from '@latchkey/shared/api/invitations';
import { fill, plural } from '@latchkey/shared/words/fill';
import { useState } from 'preact/hooks';
import { useMayWrite } from '../checklist/row-button.tsx';
import { Button } from '../look/button.tsx';
import { ErrorBanner } from '../look/error-words.tsx';
import { useFullSpeech, type ExtensionWords } from '../look/words.ts';
import type { ClientError } from '../server-api/client-error.ts';
import { Field } from './field.tsx';
import { Loaded } from '../look/loaded.tsx';
import { isOnItsWay, MailLine } from './mail-line.tsx';
import { MailPreview } from './mail-preview.tsx';
import { RenewLink } from './renew-link.tsx';
import { useMails, type KnownMails } from './use-mails.ts';
import { useSendMail } from './use-send-mail.ts';

interface CardProps {
  readonly invitation: InvitationView;
  /** It has expired: to renew it is all that can be done. */
  readonly isOver: boolean;
  /** Where the page shows something else once it is renewed. */
  readonly onRenewed?: () => Promise<void>;
}

/** The link by mail: sent, sent again, reminded of, renewed; and how that goes. */
export function MailCard({ invitation, isOver, onRenewed }: CardProps) {
  const { words } = useFullSpeech();
  const of = words.console.mailCard;
  const mails = useMails(invitation.id);
  const { createdBy: name, reference } = invitation;
  return (
    <section class="lk-card" aria-labelledby="send-mail">
      <div class="lk-card__head">
        <h2 id="send-mail">{isOver ? of.expiredTitle : of.title}</h2>
      </div>
      <div class="lk-card__body lkx-stack">
        <p class="lk-soft">
          {isOver ? expiredText(invitation, of) : fill(of.text, { customer: invitation.customer.fullName })}
        </p>
        <Loaded of={mails}>
          {(known) => (
            <Sending
              invitation={invitation}
              isOver={isOver}
              known={known}
              onSent={mails.refresh}
              {...(onRenewed && { onRenewed })}
            />
          )}
        </Loaded>
        <p class="lk-hint">
          {reference === null ? fill(of.createdBy, { name }) : fill(of.reference, { name, reference })}
        </p>
      </div>
    </section>
  );
}

const expiredText = ({ method }: InvitationView, of: ExtensionWords['console']['mailCard']): string =>
  method === null ? of.expiredDraft : of.expiredText;

interface SendingProps extends CardProps {
  readonly known: KnownMails;
  readonly onSent: () => Promise<void>;
}

function Sending({ invitation, isOver, known: { setting, mail }, onSent, onRenewed }: SendingProps) {
  const { words, tag } = useFullSpeech();
  const of = words.console.mailCard;
  const mayWrite = useMayWrite();
  const [typed, setTyped] = useState(mail?.to ?? '');
  const [said, say] = useState('');
  // Said of what is on its way, and only while it is: what came of it stands above.
  const [ordered, sayOrdered] = useState('');
  const [error, setError] = useState<ClientError | null>(null);
  const order = useSendMail(invitation.id);
  const to = readMailAddress(typed.trim());
  const isMailed = mail?.state === 'sent' && mail.current;
  const hasLink = invitation.method !== null;

  async function send(kind: MailKind): Promise<void> {
    setError(null);
    say('');
    sayOrdered('');
    const body = { to: typed.trim(), kind };
    const reply = await order(body);
    if (!reply.ok) return setError(reply.error);
    sayOrdered(fill(of.queued[kind], { to: body.to }));
    await onSent();
  }

  return (
    <>
      {hasLink && <MailLine mail={mail} />}
      {!setting.isSetUp && hasLink && <p class="lk-hint">{of.notSetUp}</p>}
      {mayWrite && setting.isSetUp && hasLink && (
        <Field label={of.address} hint={of.addressHint} fault={undefined}>
          {(control) => (
            <input
              {...control}
              class="lk-input"
              type="email"
              dir="ltr"
              autocomplete="off"
              value={typed}
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
          )}
        </Field>
      )}
      {mayWrite && (
        <div class="lk-actions">
          {setting.isSetUp && !isOver && (
            <Button off={to === undefined} onPress={() => send('invitation')}>
              {isMailed ? of.resend : of.send}
            </Button>
          )}
          {setting.isSetUp && isMailed && !isOver && (
            <Button off={to === undefined} onPress={() => send('reminder')}>
              {of.remind}
            </Button>
          )}
          <RenewLink
            invitation={invitation}
            setting={setting}
            to={hasLink ? to : undefined}
            primary={isOver}
            onRenewed={async (text, isSent) => {
              say(isSent ? '' : text);
              sayOrdered(isSent ? text : '');
              await Promise.all([onSent(), onRenewed?.()]);
            }}
          />
          {!isOver && <MailPreview invitation={invitation} />}
        </div>
      )}
      <p role="status">{isOnItsWay(mail) && ordered !== '' ? ordered : said}</p>
      {error !== null && <ErrorBanner error={error} />}
      {setting.isSetUp && setting.remindDays > 0 && !isOver && (
        <p class="lk-hint">{plural(of.reminds, setting.remindDays, tag)}</p>
      )}
    </>
  );
}
