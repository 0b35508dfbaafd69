/** This very sequence of a template becomes the whole link. Apart, the first is the address of the page, the second the invitation's id. */
export const linkSequence = '{{CustomerAuthenticationPortalUrl}}/{{InvitationId}}';

/** What a template may name. `CustomerId` is the short name of the service, as the provider's own system knows the customer. */
export const templateNames = [
  'CustomerAuthenticationPortalUrl',
  'InvitationId',
  'CustomerId',
  'CustomerName',
  'Tenant',
  'Service',
  'Provider',
  'Operator',
  'ExpiresOn',
  'Permissions',
  'Changes',
  'RoleNeeded',
  'HowToRevoke',
  'TypedCode',
  'Reference',
] as const;
export type TemplateName = (typeof templateNames)[number];

/** What opens an invitation, or is part of what does: never in a subject, which everybody sees who sees a list of mails. */
export const openingNames = [
  'CustomerAuthenticationPortalUrl',
  'InvitationId',
  'TypedCode',
] as const satisfies readonly TemplateName[];
