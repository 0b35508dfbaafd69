import type { CustomerLanguage } from '@latchkey/shared/words/customer-language';
import { fill } from '@latchkey/shared/words/fill';
import { invitationMailWords } from '@latchkey/shared/words/invitation-mail-words';
import type { Connection } from '../connections/connection-repository.ts';
import type { Customer } from '../customers/customer-repository.ts';
import type { Invitation } from '../invitations/invitation-repository.ts';
import type { Letter } from '../mail/letter.ts';
import type { Validation } from '../validation/validation-repository.ts';
import { momentOf } from './invitation-letter.ts';

/** What is told of an approval that is proved. */
export interface ResultFacts {
  readonly invitation: Pick<Invitation, 'createdBy' | 'order'>;
  readonly customer: Pick<Customer, 'fullName' | 'domain' | 'tenantId'>;
  readonly connection: Pick<Connection, 'account' | 'consentChangedAt' | 'registrationObjectId' | 'tenantId'>;
  readonly proof: Pick<Validation, 'at' | 'permissions'>;
  readonly appId: string;
}

/** What was approved, by whom, when, for which app, and how it is taken back. Nothing in it opens anything. */
export function resultLetter(
  { invitation, customer, connection, proof, appId }: ResultFacts,
  language: CustomerLanguage,
  provider: string,
): Letter {
  const words = invitationMailWords[language];
  const { result: of, service } = words.invitationMails;
  const names = { provider, customer: customer.fullName, service: service[invitation.order.kind] };
  const granted = (proof.permissions ?? []).filter(({ finding }) => finding === 'granted');
  const title = fill(of.subject, names);
  const approvedAt = connection.consentChangedAt;
  return {
    language,
    sender: provider,
    subject: title,
    mark: { word: of.mark, tone: 'working' },
    title,
    paragraphs: [fill(of.text, names), fill(of.proved, { time: momentOf(proof.at, language) })],
    blocks: [
      { kind: 'heading', text: of.approved },
      { kind: 'list', items: granted.map(({ value }) => permissionLine(value, words.permissions)) },
      { kind: 'heading', text: of.takeBack },
      { kind: 'paragraph', text: fill(words.takeBackSteps, { provider }) },
    ],
    next: null,
    button: null,
    facts: [
      { label: of.approvedFor, value: customer.domain ?? customer.fullName },
      { label: of.approvedBy, value: connection.account?.username ?? fill(of.somebody, names) },
      ...(approvedAt === null ? [] : [{ label: of.approvedAt, value: momentOf(approvedAt, language) }]),
      { label: of.app, value: appId, isMono: true },
      { label: of.tenantId, value: connection.tenantId, isMono: true },
      ...(connection.registrationObjectId === null
        ? []
        : [{ label: of.registration, value: connection.registrationObjectId, isMono: true } as const]),
    ],
    foot: fill(of.foot, { ...names, operator: invitation.createdBy.name }),
  };
}

function permissionLine(value: string, words: Readonly<Record<string, { readonly allows: string }>>): string {
  return Object.hasOwn(words, value) ? `${words[value]?.allows ?? ''} (${value})` : value;
}
