import { PermissionLineView } from '@latchkey/shared/api/schemas';
import * as z from 'zod';
import { connectionOf } from '../invitations/connection-of.ts';
import { writeMail } from '../mail/write-mail.ts';
import type { Reads } from '../storage/store.ts';
import type { InvitationMail } from './invitation-mail-repository.ts';
import { resultLetter } from './result-letter.ts';

const Permissions = z.nullable(z.array(PermissionLineView));

/** Writes the proof of an approval; undefined where there is none any more. */
export type WritesResults = (mail: InvitationMail) => Promise<Awaited<ReturnType<typeof writeMail>> | undefined>;

export interface ResultPlaces {
  readonly providerName: string;
  /** Application id of the consent app. */
  readonly consentClientId: string;
}

export const createResultWriter =
  (
    reads: Pick<Reads, 'invitations' | 'customers' | 'connections' | 'candidates' | 'audit'>,
    { providerName, consentClientId: appId }: ResultPlaces,
  ): WritesResults =>
  async ({ invitationId, language }) => {
    const invitation = await reads.invitations.find(invitationId);
    if (invitation?.status !== 'authentication_complete' && invitation?.status !== 'onboarded') return undefined;
    const customer = await reads.customers.find(invitation.customerId);
    const seen = await connectionOf(reads, invitation);
    // As it was proved: what was read since then is no proof of this approval.
    const lines = await reads.audit.ofInvitation(invitationId);
    const proved = lines.findLast(({ action }) => action === 'invitation.authentication_complete');
    if (customer === undefined || seen === undefined || proved === undefined) return undefined;
    const proof = { at: proved.at, permissions: Permissions.parse(proved.details['permissions']) };
    return writeMail(
      resultLetter({ invitation, customer, connection: seen.connection, proof, appId }, language, providerName),
    );
  };
