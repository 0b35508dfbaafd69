import type { AdoptionRefusal } from '../../invitations/adoption-outcomes.ts';

/** Connections of consents that are there already. What is said here stands in place of importPage's. */
export const adoptPage = {
  title: 'Adopt existing consents',
  text: 'For tenants that have already consented to your app. Latchkey asks Microsoft for a token of each tenant and reads back what it granted. Nobody is invited, and nothing is sent to anybody.',
  readyText: 'Each becomes a connection only if its tenant proves the consent; the verdict is that of the same look.',
  mistakesText: 'Mend the file and choose it again. Nothing was adopted.',
  create: { one: 'Adopt {count} tenant', other: 'Adopt {count} tenants' },
  profile: 'Judged by',
  profileHint: 'The permissions that your app needs in these tenants, as app roles: nobody signs in.',
  label: 'Adoption from a file',
  running: 'Adopting: {done} of {total}',
  created: { one: '{count} adopted', other: '{count} adopted' },
  unproved: { one: '{count} of them not proved', other: '{count} of them not proved' },
  refused: { one: '{count} not adopted', other: '{count} not adopted' },
  made: 'Go to Customers',
  cancel: 'Adopt no more',
  resultColumns: {
    row: 'Row',
    fullName: 'Full name',
    shortName: 'Short name',
    tenant: 'Tenant',
    result: 'Result',
    reason: 'Why, and what to do now',
    verdict: 'Verdict',
    evidence: 'Evidence',
    connection: 'Connection',
  },
  results: {
    adopted: 'Adopted',
    unproved: 'Adopted, not proved',
    refused: 'Not adopted',
    waiting: 'Waiting',
    notAdopted: 'Not adopted: cancelled',
  },
  refusals: {
    connection_exists: {
      title: 'This customer has a connection already. It was left as it is.',
      nextStep: 'Nothing to do; validate it under Customers.',
    },
    not_consented: {
      title: 'This tenant has not consented to your app, or the consent is gone.',
      nextStep: 'Add the customer and send the link to its administrator.',
    },
    wrong_tenant: {
      title: 'The answer came from another tenant than the one of this row.',
      nextStep: 'Check the tenant id with the customer; adopt it again with the right one.',
    },
    grants_unreadable: {
      title: 'Your app is let in, but may not read what was granted to it, so nothing is proved.',
      nextStep: 'Send the link to the customer’s administrator: approving again grants Directory.Read.All.',
    },
    registration_disabled: {
      title: 'Your app is switched off in this tenant.',
      nextStep:
        'The customer’s administrator switches it on: Enterprise apps, Properties, “Enabled for users to sign in”. Then adopt it again.',
    },
    registration_blocked: {
      title: 'Microsoft has disabled your app in this tenant.',
      nextStep: 'Read Microsoft’s notice to the publisher and appeal. Then adopt it again.',
    },
    provider_credential: {
      title: 'Microsoft does not take your app’s own secret or certificate.',
      nextStep: 'An Admin replaces it in the deployment. Then adopt the list again.',
    },
    token_refused: {
      title: 'Microsoft refuses your app a token for this tenant.',
      nextStep: 'Add the customer and send the link: Microsoft names the reason there.',
    },
  } satisfies Record<AdoptionRefusal, { readonly title: string; readonly nextStep: string }>,
} as const;
