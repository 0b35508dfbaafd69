import type { PendingMails } from '@latchkey/shared/api/pending-invitations';
import { move } from '@latchkey/shared/invitations/status';
import { stuckDays } from '@latchkey/shared/invitations/stuck';
import { fill, plural } from '@latchkey/shared/words/fill';
import { useEffect, useRef } from 'preact/hooks';
import { statusWord, type PendingRow } from '../checklist/pending-row.ts';
import { RowButton, useMayWrite } from '../checklist/row-button.tsx';
import { Button } from '../look/button.tsx';
import { Chip } from '../look/chip.tsx';
import { useClock } from '../look/clock.ts';
import { momentText } from '../look/moments.ts';
import { OwnerLine } from '../look/owner-line.tsx';
import { Lasting, Moment } from '../look/time.tsx';
import { standingTone, type Tone } from '../look/tones.ts';
import { useFullSpeech } from '../look/words.ts';
import { MessageButton } from '../messages/message-button.tsx';
import { invitationLink } from '../messages/message-links.ts';
import { useSurroundings } from '../session/surroundings.ts';
import { useDesk } from './desk.ts';
import { MailedLine } from './mailed-line.tsx';
import { places } from './route.ts';
import { maySend } from './send-dialog.tsx';

/** Statuses in which there is a link to give to somebody, or to renew: the row leads to its page. */
const hasLink = ({ invitation: { status } }: PendingRow): boolean =>
  move(status, 'start') !== undefined || move(status, 'renew') !== undefined;

/** Nobody has moved for days: it stands out. */
const stuckTone: Tone = { tone: 'degraded', icon: 'degraded' };

/** Once it is answered an invitation no longer expires. */
const isAnswered = ({ invitation: { status } }: PendingRow): boolean =>
  status === 'consented' || status === 'authentication_complete';

interface RowProps {
  readonly row: PendingRow;
  readonly onCancel: () => void;
  /** What came of mailing its link; undefined where it was not mailed. */
  readonly mails: PendingMails | undefined;
  readonly onSend: (mails: PendingMails) => void;
  /** Somebody came here for this one: its next action is at hand. */
  readonly isMeant: boolean;
}

/** One pending invitation in the console. */
export function PendingTableRow({ row, mails, onCancel, onSend, isMeant }: RowProps) {
  const speech = useFullSpeech();
  const { pendingPage } = speech.words.console;
  const { actions, validator } = useDesk();
  const now = useClock().coarse.value;
  const mayWrite = useMayWrite();
  const { api, configuration } = useSurroundings();
  const { invitation, standing } = row;
  const { customer, order, createdBy, reference } = invitation;
  const stuck = stuckDays(standing, now);
  const place =
    invitation.status === 'draft' && standing.nextAction !== 'renew'
      ? places.method(invitation.id)
      : places.start(invitation.id);
  const cancellable = move(invitation.status, 'cancel') !== undefined && standing.nextAction !== 'cancel';
  const element = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (!isMeant) return;
    element.current?.scrollIntoView({ block: 'center' });
    element.current?.querySelector('button')?.focus();
  }, [isMeant]);
  return (
    <tr ref={element} class={stuck === null ? undefined : 'is-stuck'} aria-current={isMeant ? 'true' : undefined}>
      <td>
        {hasLink(row) || invitation.status === 'draft' ? (
          <a class="lkc-name" href={place}>
            <bdi>{customer.fullName}</bdi>
          </a>
        ) : (
          <b>
            <bdi>{customer.fullName}</bdi>
          </b>
        )}
        <span class="sub">
          {fill(reference === null ? pendingPage.by : pendingPage.byReference, {
            shortName: order.shortName,
            name: createdBy,
            reference: reference ?? '',
          })}
        </span>
      </td>
      <td>
        <Chip tone={standingTone(standing)} word={statusWord(row, now, speech)} />
        {mails !== undefined && <MailedLine mails={mails} />}
        {invitation.askedAt !== null && (
          <span class="sub">
            {fill(pendingPage.askedForNewOne, { time: momentText(invitation.askedAt, now, speech) })}
          </span>
        )}
      </td>
      <td>
        <OwnerLine owner={standing.owner}>
          <Lasting since={standing.since} />
        </OwnerLine>
        {stuck !== null && <Chip tone={stuckTone} word={plural(pendingPage.stuck, stuck, speech.tag)} />}
      </td>
      <td class="lk-num lk-soft lk-nowrap" data-label={`${pendingPage.columns.validUntil}:`}>
        {isAnswered(row) ? pendingPage.noEnd : <Moment at={invitation.expiresAt} />}
      </td>
      <td class="lkc-end">
        <span class="lk-actions lkc-row-actions">
          <RowButton
            row={row}
            // What cannot be undone is asked about first.
            actions={standing.nextAction === 'cancel' ? { next: async () => onCancel() } : actions}
            validator={validator}
            off={false}
            primary={standing.nextAction === 'add'}
          />
          {mayWrite && mails !== undefined && maySend(row, mails) && (
            <Button
              kind="quiet"
              label={fill(speech.words.popup.rowAction, { action: pendingPage.send, customer: customer.fullName })}
              onPress={() => onSend(mails)}
            >
              {pendingPage.send}
            </Button>
          )}
          <MessageButton
            kind="quiet"
            owner={standing.owner}
            customer={customer.fullName}
            reason={{ kind: 'status', key: standing.key }}
            link={invitationLink(standing.owner, standing.key, {
              configuration: configuration.known.value.value,
              origin: api.origin,
              place,
              tenantId: customer.tenantId,
            })}
            ids={invitation.refusal ?? {}}
          />
          {invitation.connection !== null && (
            <Button
              kind="quiet"
              label={fill(speech.words.popup.rowAction, {
                action: pendingPage.onPortal,
                customer: customer.fullName,
              })}
              onPress={() => actions.showOnPortal(invitation)}
            >
              {pendingPage.onPortal}
            </Button>
          )}
          {mayWrite && cancellable && (
            <Button
              kind="quiet"
              label={fill(speech.words.popup.rowAction, { action: pendingPage.cancel, customer: customer.fullName })}
              onPress={onCancel}
            >
              {pendingPage.cancel}
            </Button>
          )}
        </span>
      </td>
    </tr>
  );
}
