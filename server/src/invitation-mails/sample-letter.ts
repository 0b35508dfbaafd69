import { invitationMailWords } from '@latchkey/shared/words/invitation-mail-words';
import { directRoutingDelegated } from '@latchkey/shared/permissions/profiles';
import type { CustomerLanguage } from '@latchkey/shared/words/customer-language';
import type { Template } from '../mail-templates/mail-template-repository.ts';
import { writeMail } from '../mail/write-mail.ts';
import { invitationLetter } from './invitation-letter.ts';
import type { LetterPlaces } from './write-letter.ts';

const fortnightMs = 14 * 86_400_000;

export interface SampleAsked {
  readonly template: Template;
  readonly language: CustomerLanguage;
  /** Who stands in it as the one who asks. */
  readonly operator: string;
  readonly at: Date;
}

/** The letter that a template makes of a customer whom nobody has, with every part that a letter can have. Its link opens nothing. */
export async function sampleLetter(
  { template, language, operator, at }: SampleAsked,
  { providerName: provider, publicUrl }: LetterPlaces,
): ReturnType<typeof writeMail> {
  const words = invitationMailWords[language];
  const { sample } = words.invitationMails;
  const [keeps, ...adds] = directRoutingDelegated.permissions;
  return writeMail(
    invitationLetter(
      {
        invitation: {
          id: `inv_${'0'.repeat(26)}`,
          order: {
            kind: 'direct-routing',
            fullName: sample.customer,
            shortName: sample.shortName,
            licenceType: 'hosted-pro',
            licensedUsers: 1,
          },
          expiresAt: new Date(at.getTime() + fortnightMs).toISOString(),
          createdBy: { objectId: '', name: operator },
          reference: sample.reference,
        },
        customer: { fullName: sample.customer, domain: sample.domain, tenantId: '' },
        profile: directRoutingDelegated,
        diff: { known: true, adds, keeps: [keeps], wouldRevoke: [], optional: [], unavailable: [] },
        shown: { token: sample.link, typedCode: sample.code },
      },
      { template, words, language, provider, publicUrl },
    ),
  );
}
