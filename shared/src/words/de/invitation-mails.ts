import type { invitationMails as english } from '../en/invitation-mails.ts';
import type { WordsOf } from '../words.ts';

const globalToo = 'Auch ein Globaler Administrator kann das.';

/** Mails to a customer's administrator. Written as the English ones are, with the same names. */
export const invitationMails = {
  templates: {
    invitation: {
      subject: '{{Provider}} bittet Sie um Ihre Zustimmung zum Zugriff für {{CustomerName}}',
      body: `Guten Tag,

{{Operator}} von {{Provider}} bittet Sie um Ihre Zustimmung, damit {{Provider}} betreiben kann, was {{CustomerName}} bestellt hat: {{Service}}. Sie stimmen einmal zu, auf Microsofts eigener Seite. Das dauert etwa zwei Minuten, und Sie können die Zustimmung jederzeit zurücknehmen.

{{CustomerAuthenticationPortalUrl}}/{{InvitationId}}

Der Link ist gültig bis {{ExpiresOn}}. Falls er unvollständig ankommt, öffnen Sie {{CustomerAuthenticationPortalUrl}}, und geben Sie diesen Code ein: {{TypedCode}}

## Was {{Provider}} dann tun könnte

{{Permissions}}

{{#Changes}}## Was sich in Ihrem Mandanten ändert

{{Changes}}

{{/Changes}}
## Wer zustimmen kann

{{RoleNeeded}}

## So nehmen Sie die Zustimmung zurück

{{HowToRevoke}}

{{#Reference}}Referenz: {{Reference}}{{/Reference}}`,
    },
    reminder: {
      subject: 'Erinnerung: {{Provider}} wartet auf Ihre Zustimmung für {{CustomerName}}, bis {{ExpiresOn}}',
      body: `Guten Tag,

vor einigen Tagen hat {{Operator}} von {{Provider}} Sie um Ihre Zustimmung für {{CustomerName}} gebeten. Bisher hat sie niemand erteilt, und der Link ist nur noch gültig bis {{ExpiresOn}}. Es ist derselbe Link wie zuvor.

{{CustomerAuthenticationPortalUrl}}/{{InvitationId}}

Falls der Link unvollständig ankommt, öffnen Sie {{CustomerAuthenticationPortalUrl}}, und geben Sie diesen Code ein: {{TypedCode}}

## Wer zustimmen kann

{{RoleNeeded}}

Sind Sie nicht zuständig? Leiten Sie diese Mail an eine Person weiter, die {{CustomerName}} verwaltet.

{{#Reference}}Referenz: {{Reference}}{{/Reference}}`,
    },
  },
  open: 'Einladung öffnen',
  copyHint: 'Oder kopieren Sie diese Adresse in Ihren Browser:',
  permission: '{allows} ({value}): {why}',
  permissionUnsaid: '{allows} ({value})',
  role: '{role}. {why}',
  roleWhy: {
    '62e90394-69f5-4237-9190-012177145e10': 'Mit einer geringeren Rolle zeigt Microsoft das Kontrollkästchen nicht an.',
    'e8611ab8-c189-46e8-94e1-60213ab1f814': globalToo,
    '158c047a-c907-4556-b7ef-446551a6b5f7': globalToo,
    '69091246-20e8-4a56-aa4d-066075b2a7a8': globalToo,
    'baf37b3a-610e-45da-9e62-d9d1e5e8914b': globalToo,
    'aa38014f-0993-46e9-9b45-30501a20909d': globalToo,
  },
  foot: '{operator} von {provider} hat Sie als zuständig für die Verwaltung von {customer} genannt. Der Link führt zu {host} und nirgendwohin sonst; eine Mail mit einer anderen Adresse ist nicht von uns. Niemand wird Sie je am Telefon nach einem Kennwort oder einem Code fragen.',
  previewLink: 'der-link-entsteht-beim-senden-der-mail',
  previewCode: 'XXXX-XXXX-XXXX-XXXX',
  sample: {
    subject: 'Test: {subject}',
    customer: 'Contoso Ltd',
    shortName: 'contoso',
    domain: 'contoso.example',
    reference: 'MUSTER-1',
    link: 'das-ist-ein-muster-und-oeffnet-nichts',
    code: 'XXXX-XXXX-XXXX-XXXX',
  },
  result: {
    subject: '{customer}: zugestimmt und nachgewiesen',
    mark: 'Nachgewiesen',
    text: '{provider} kann jetzt betreiben, was {customer} bestellt hat: {service}. Bewahren Sie diese Mail für Ihre Unterlagen auf; nichts darin öffnet etwas.',
    proved: 'Was hier steht, wurde am {time} aus Ihrem Mandanten zurückgelesen.',
    approved: 'Wozu zugestimmt wurde',
    takeBack: 'So nehmen Sie die Zustimmung zurück',
    approvedFor: 'Zugestimmt für',
    approvedBy: 'Zugestimmt durch',
    somebody: 'Eine Person, die {customer} verwaltet',
    approvedAt: 'Zugestimmt am',
    app: 'Zugelassene App, mit ihrer Anwendungs-ID',
    tenantId: 'Mandanten-ID',
    registration: 'Ihr Objekt in Ihrem Mandanten',
    foot: 'Sie erhalten diese Mail, weil {operator} von {provider} den Link für {customer} an diese Adresse gesendet hat. Sie kommt einmal.',
  },
  service: { 'direct-routing': 'Teams Direct Routing' },
} as const satisfies WordsOf<typeof english>;
