import type { DirectoryRoleId } from '@latchkey/shared/permissions/directory-roles';
import { actsAs } from '@latchkey/shared/permissions/acts-as';
import { leastRole, type ConsentDiff } from '@latchkey/shared/permissions/consent-diff';
import type { PermissionProfile, RequiredPermission } from '@latchkey/shared/permissions/profile';
import type { InvitationMailWords } from '@latchkey/shared/words/invitation-mail-words';
import { fill } from '@latchkey/shared/words/fill';
import type { CustomerLanguage } from '@latchkey/shared/words/customer-language';
import type { Customer } from '../customers/customer-repository.ts';
import { dateLocales } from '../invitation-pages/markup/moment.ts';
import type { Invitation } from '../invitations/invitation-repository.ts';
import type { ShownLink } from '../invitations/link.ts';
import type { Letter } from '../mail/letter.ts';
import type { Template } from '../mail-templates/mail-template-repository.ts';
import { renderTemplate, type TemplateValues } from './render-template.ts';

/** What a letter about an invitation is written with. */
export interface LetterFacts {
  readonly invitation: Pick<Invitation, 'id' | 'order' | 'expiresAt' | 'createdBy' | 'reference'>;
  readonly customer: Pick<Customer, 'fullName' | 'domain' | 'tenantId'>;
  readonly profile: PermissionProfile;
  /** By what was read in the tenant last. */
  readonly diff: ConsentDiff;
  readonly shown: ShownLink;
}

export interface LetterSetting {
  readonly template: Template;
  readonly words: InvitationMailWords;
  readonly language: CustomerLanguage;
  readonly provider: string;
  readonly publicUrl: string;
}

/** The letter to a customer's administrator, made anew each time that it is sent: nothing of it is kept, the link least of all. */
export function invitationLetter(facts: LetterFacts, setting: LetterSetting): Letter {
  const { words, language, provider, publicUrl, template } = setting;
  const of = words.invitationMails;
  const link = { href: `${publicUrl}/i#${facts.shown.token}`, label: of.open, hint: of.copyHint };
  const { subject, blocks } = renderTemplate(template, valuesOf(facts, setting), link);
  return {
    language,
    sender: provider,
    subject,
    mark: null,
    title: subject,
    paragraphs: [],
    blocks,
    next: null,
    button: null,
    facts: [],
    foot: fill(of.foot, {
      provider,
      operator: facts.invitation.createdBy.name,
      customer: facts.customer.fullName,
      host: new URL(publicUrl).host,
    }),
  };
}

function valuesOf(
  { invitation, customer, profile, diff, shown }: LetterFacts,
  { words, language, provider, publicUrl }: LetterSetting,
): TemplateValues {
  const role = leastRole(profile, actsAs(profile) === 'application' ? 'no_box' : 'box');
  return {
    CustomerAuthenticationPortalUrl: `${publicUrl}/i`,
    InvitationId: invitation.id,
    CustomerId: invitation.order.shortName,
    CustomerName: customer.fullName,
    Tenant: customer.domain ?? customer.tenantId,
    Service: words.invitationMails.service[invitation.order.kind],
    Provider: provider,
    Operator: invitation.createdBy.name,
    ExpiresOn: momentOf(invitation.expiresAt, language),
    Permissions: profile.permissions
      .map((permission) => `- ${permissionLine(permission, words).replace(/\s+/g, ' ')}`)
      .join('\n'),
    Changes: changesOf(diff, words),
    RoleNeeded: fill(words.invitationMails.role, { role: words.directoryRoles[role], why: roleWhy(role, words) }),
    HowToRevoke: fill(words.takeBackSteps, { provider }),
    TypedCode: shown.typedCode,
    Reference: invitation.reference,
  };
}

const roleWhy = (role: DirectoryRoleId, words: InvitationMailWords): string => words.invitationMails.roleWhy[role];

/** What it allows and why we ask; of one that nobody has described, its claim value and the provider's own reason. */
function permissionLine({ value, why: own }: RequiredPermission, words: InvitationMailWords): string {
  const described: Readonly<Record<string, { readonly allows: string; readonly why: string }>> = words.permissions;
  const found = Object.hasOwn(described, value) ? described[value] : undefined;
  const { permission, permissionUnsaid } = words.invitationMails;
  const why = own ?? found?.why;
  if (found === undefined) return why === undefined ? value : `${value}: ${why}`;
  return fill(why === undefined ? permissionUnsaid : permission, { allows: found.allows, value, why: why ?? '' });
}

/** What stands already, and what the approval may take away: as on the page. Null where the tenant was never read. */
function changesOf(diff: ConsentDiff, { consentChanges: words }: InvitationMailWords): string | null {
  const lines = (['keeps', 'wouldRevoke', 'unavailable'] as const)
    .filter((place) => diff[place].length > 0)
    .map((place) => `- ${words[place]}: ${diff[place].map(({ value }) => value.replace(/\s+/g, ' ')).join(', ')}`);
  return lines.length === 0 ? null : lines.join('\n');
}

export function momentOf(iso: string, language: CustomerLanguage): string {
  const format = new Intl.DateTimeFormat(dateLocales[language], {
    dateStyle: 'long',
    timeStyle: 'short',
    hourCycle: 'h23',
    timeZone: 'UTC',
  });
  return `${format.format(new Date(iso))} UTC`;
}
