import type { DeliveryFault } from '@latchkey/shared/alerts/delivery-fault';
import { MailKind } from '@latchkey/shared/mail/mail-kind';
import type { CustomerLanguage } from '@latchkey/shared/words/customer-language';
import type { AuditActor } from '../audit/audit-repository.ts';

/** `dropped`: there was nothing left to send, because the invitation was answered, ended or renewed meanwhile. */
export type MailState = 'waiting' | 'sent' | 'failed' | 'dropped';

/** Why a mail was not taken, the last time. */
export interface MailFailure {
  readonly fault: DeliveryFault;
  /** The status that came back, if one did. */
  readonly code: number | null;
  readonly at: string;
}

/** `result`: the proof of an approval, which has no link. */
export const owedKinds = [...MailKind.options, 'result'] as const;
type OwedKind = (typeof owedKinds)[number];

/** A mail about an invitation, owed until it is taken. It names its link by version: the link itself is made when it is sent. */
export interface InvitationMail {
  readonly id: string;
  readonly invitationId: string;
  readonly linkVersion: number;
  readonly kind: OwedKind;
  readonly to: string;
  readonly language: CustomerLanguage;
  readonly state: MailState;
  /** How often it was claimed: whoever holds an older claim has lost it. */
  readonly claims: number;
  /** How often it was sent and not taken. */
  readonly tries: number;
  readonly due: string;
  readonly queuedAt: string;
  readonly queuedBy: AuditActor;
  /** Of mails with the same key there is one; null for those that somebody asked for. */
  readonly onceKey: string | null;
  readonly doneAt: string | null;
  readonly failure: MailFailure | null;
}

/** One that brings the link, or reminds of it. */
export type LinkMail = InvitationMail & { readonly kind: MailKind };
export const isAboutLink = (mail: InvitationMail): mail is LinkMail => mail.kind !== 'result';

export interface InvitationMailReads {
  /** The newest of each of these invitations that is about its link. */
  newestOf(invitationIds: readonly string[]): Promise<readonly LinkMail[]>;
  /** How many of each that are about its link were taken by a mail server; where none was, nothing is said. */
  takenOf(invitationIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** All of one invitation, the newest first. */
  listOf(invitationId: string): Promise<readonly InvitationMail[]>;
}

export interface InvitationMailRepository extends InvitationMailReads {
  /** False when there is one with the same key. */
  add(mail: InvitationMail): Promise<boolean>;
  /** Drops what waits for an invitation; gives how many. */
  dropWaiting(invitationId: string, at: string): Promise<number>;
  /** False for who has lost the claim. With a failure it counts one try more. */
  done(
    claimed: InvitationMail,
    end: { readonly state: Exclude<MailState, 'waiting'>; readonly at: string; readonly failure?: MailFailure },
  ): Promise<boolean>;
  putOff(
    claimed: InvitationMail,
    to: { readonly due: string; readonly tries: number; readonly failure: MailFailure },
  ): Promise<boolean>;
}

/** Sending, outside a transaction: claimed by lease. At least once: the receiver knows a second one by its id. */
export interface InvitationMailQueue extends Pick<InvitationMailRepository, 'done' | 'putOff'> {
  claim(claim: {
    readonly now: string;
    readonly leasedUntil: string;
    readonly limit: number;
  }): Promise<readonly InvitationMail[]>;
}
