import type { DirectoryRoleId } from '../../permissions/directory-roles.ts';
import type { MailKind } from '../../mail/mail-kind.ts';

interface Template {
  readonly subject: string;
  readonly body: string;
}

/**
 * Mails to a customer's administrator. A template is written with {{Names}}; a blank line ends a paragraph, `## ` begins a heading,
 * and lines that begin with `- ` are a list.
 */
export const invitationMails = {
  templates: {
    invitation: {
      subject: '{{Provider}} asks you to approve access for {{CustomerName}}',
      body: `Hello,

{{Operator}} of {{Provider}} asks for your approval, so that {{Provider}} can run what {{CustomerName}} ordered: {{Service}}. You approve it once, on Microsoft’s own page. It takes about two minutes, and you can take it back at any time.

{{CustomerAuthenticationPortalUrl}}/{{InvitationId}}

The link is good until {{ExpiresOn}}. If it arrives incomplete, open {{CustomerAuthenticationPortalUrl}} and type this code: {{TypedCode}}

## What {{Provider}} could do then

{{Permissions}}

{{#Changes}}## What changes in your tenant

{{Changes}}

{{/Changes}}
## Who can approve it

{{RoleNeeded}}

## How you take it back

{{HowToRevoke}}

{{#Reference}}Reference: {{Reference}}{{/Reference}}`,
    },
    reminder: {
      subject: 'Reminder: {{Provider}} waits for your approval for {{CustomerName}}, until {{ExpiresOn}}',
      body: `Hello,

some days ago {{Operator}} of {{Provider}} asked for your approval for {{CustomerName}}. Nobody has given it yet, and the link ends on {{ExpiresOn}}. It is the same link as before.

{{CustomerAuthenticationPortalUrl}}/{{InvitationId}}

If the link arrives incomplete, open {{CustomerAuthenticationPortalUrl}} and type this code: {{TypedCode}}

## Who can approve it

{{RoleNeeded}}

Is it not you? Forward this mail to an administrator of {{CustomerName}}.

{{#Reference}}Reference: {{Reference}}{{/Reference}}`,
    },
  } satisfies Record<MailKind, Template>,
  open: 'Open the invitation',
  copyHint: 'Or copy this address into your browser:',
  permission: '{allows} ({value}): {why}',
  permissionUnsaid: '{allows} ({value})',
  role: '{role}. {why}',
  roleWhy: {
    '62e90394-69f5-4237-9190-012177145e10': 'Nobody less can tick the box that Microsoft shows.',
    'e8611ab8-c189-46e8-94e1-60213ab1f814': 'A Global Administrator can, too.',
    '158c047a-c907-4556-b7ef-446551a6b5f7': 'A Global Administrator can, too.',
    '69091246-20e8-4a56-aa4d-066075b2a7a8': 'A Global Administrator can, too.',
    'baf37b3a-610e-45da-9e62-d9d1e5e8914b': 'A Global Administrator can, too.',
    'aa38014f-0993-46e9-9b45-30501a20909d': 'A Global Administrator can, too.',
  } satisfies Record<DirectoryRoleId, string>,
  foot: '{operator} of {provider} named you as an administrator of {customer}. The link leads to {host} and nowhere else; a mail with another address is not from us. Nobody will ever ask you for a password or a code by telephone.',
  /** Stands in a preview where the link will be: the link itself is made when the mail is sent. */
  previewLink: 'the-link-is-made-when-the-mail-is-sent',
  previewCode: 'XXXX-XXXX-XXXX-XXXX',
  /** A letter of nobody's, for who writes its template. */
  sample: {
    subject: 'Test: {subject}',
    customer: 'Contoso Ltd',
    shortName: 'contoso',
    domain: 'contoso.example',
    reference: 'SAMPLE-1',
    link: 'this-is-a-sample-and-opens-nothing',
    code: 'XXXX-XXXX-XXXX-XXXX',
  },
  /** The proof of an approval, to whoever was mailed the link. */
  result: {
    subject: '{customer}: approved, and proved',
    mark: 'Proved',
    text: '{provider} can now run what {customer} ordered: {service}. Keep this mail for your records; nothing in it opens anything.',
    proved: 'What stands here was read back from your tenant on {time}.',
    approved: 'What was approved',
    takeBack: 'How you take it back',
    approvedFor: 'Approved for',
    approvedBy: 'Approved by',
    somebody: 'An administrator of {customer}',
    approvedAt: 'Approved on',
    app: 'Approved app, by its application id',
    tenantId: 'Tenant id',
    registration: 'Its object in your tenant',
    foot: 'You get this because the link for {customer} was mailed to this address by {operator} of {provider}. It comes once.',
  },
  service: { 'direct-routing': 'Teams Direct Routing' },
} as const;
