import { MailKind } from '@latchkey/shared/mail/mail-kind';
import { consentDiff } from '@latchkey/shared/permissions/consent-diff';
import { directRoutingDelegated, profiles } from '@latchkey/shared/permissions/profiles';
import type { PermissionProfile } from '@latchkey/shared/permissions/profile';
import type { CustomerLanguage } from '@latchkey/shared/words/customer-language';
import { invitationMailWords } from '@latchkey/shared/words/invitation-mail-words';
import { writeMail } from '../mail/write-mail.ts';
import { invitationLetter, type LetterFacts } from './invitation-letter.ts';
import { resultLetter } from './result-letter.ts';

/** Something of what is asked for stands already, and something else may be taken away. */
const factsOf = (profile: PermissionProfile): LetterFacts => ({
  profile,
  invitation: {
    id: 'inv_01jd6t0000000000000000000',
    order: {
      kind: 'direct-routing',
      fullName: 'Contoso Ltd',
      shortName: 'contoso',
      licenceType: 'hosted-pro',
      licensedUsers: 120,
    },
    expiresAt: '2026-12-07T14:28:00.000Z',
    createdBy: { objectId: 'op', name: 'Ada Berg' },
    reference: 'LK-2041',
  },
  customer: {
    fullName: 'Contoso Ltd',
    domain: 'contoso.example',
    tenantId: 'c0ffee00-0000-4000-8000-000000000001',
  },
  diff: consentDiff(profile, [
    { ...profile.permissions[0]!, finding: 'granted', principalIds: [] },
    { ...profile.permissions[0]!, value: 'Mail.Read', finding: 'surplus', principalIds: [] },
  ]),
  shown: { token: 'tok_en', typedCode: 'ABCD-EFGH-JKMN-PQRS' },
});

/** Letters to a customer's administrator as they are looked at: each kind for each profile of ours. */
const samples: Readonly<Record<string, { readonly kind: MailKind; readonly profile: PermissionProfile }>> =
  Object.fromEntries(
    MailKind.options.flatMap((kind) => profiles.map((profile) => [`${kind}-${profile.id}`, { kind, profile }])),
  );
export const sampleLetterNames: readonly string[] = Object.keys(samples);

/** The proof of an approval, as it is mailed once. */
export const sampleResultMail = (language: CustomerLanguage) => {
  const profile = directRoutingDelegated;
  const tenantId = 'c0ffee00-0000-4000-8000-000000000001';
  const { invitation, customer } = factsOf(profile);
  return writeMail(
    resultLetter(
      {
        invitation,
        customer,
        connection: {
          account: { objectId: 'c0ffee00-0000-4000-8000-00000000000a', username: 'megan@contoso.example' },
          consentChangedAt: '2026-11-24T09:12:00.000Z',
          registrationObjectId: 'c0ffee00-0000-4000-8000-00000000000b',
          tenantId,
        },
        proof: {
          at: '2026-11-24T09:13:00.000Z',
          permissions: profile.permissions.map((one) => ({ ...one, finding: 'granted', principalIds: [] })),
        },
        appId: '7c1a2b3c-0000-4000-8000-00000000b003',
      },
      language,
      'Northwind Voice',
    ),
  );
};

/** A letter of the samples, written; undefined where none has that name. */
export async function sampleInvitationMail(name: string, language: CustomerLanguage) {
  const sample = Object.hasOwn(samples, name) ? samples[name] : undefined;
  if (sample === undefined) return undefined;
  const words = invitationMailWords[language];
  const template = words.invitationMails.templates[sample.kind];
  const setting = {
    template,
    words,
    language,
    provider: 'Northwind Voice',
    publicUrl: 'https://connect.northwindvoice.example',
  };
  return writeMail(invitationLetter(factsOf(sample.profile), setting));
}
