import { LicenceType, fewestLicensedUsers, mostLicensedUsers } from '@latchkey/shared/api/schemas';
import { readShortName } from '@latchkey/shared/customers/short-name';
import { InvitationDays } from '@latchkey/shared/invitations/term';
import { ChosenLanguage } from '@latchkey/shared/mail/chosen-language';
import { chosenLanguages } from '@latchkey/shared/words/customer-language';
import { readTenantReference } from '@latchkey/shared/customers/tenant-reference';
import type { ClientError } from '../server-api/client-error.ts';
import type { CustomerDraft } from '../session/remembered.ts';
import type { ExtensionWords } from '../look/words.ts';

/** What an operator types of a new customer. */
export type CustomerFields = Omit<CustomerDraft, 'sent'>;
export type FieldName = keyof CustomerFields;
export type Faults = Partial<Record<FieldName, string>>;

export const licenceTypes: readonly LicenceType[] = ['hosted-essentials-plus', 'hosted-pro'];
/** The first is none of them: the server says then. */
export const languageChoices = ['', ...chosenLanguages] as const;
const longestName = 120;
const longestReference = 80;

export const emptyFields: CustomerFields = {
  fullName: '',
  shortName: '',
  licenceType: 'hosted-essentials-plus',
  licensedUsers: '',
  tenant: '',
  language: '',
  reference: '',
  days: '',
};

/** What is wrong with the form, field by field, in words. The rules are the API's own; it checks them again. */
export function faultsOf(fields: CustomerFields, words: ExtensionWords): Faults {
  const { newCustomer } = words.console;
  const said = (code: keyof ExtensionWords['errors']) => `${words.errors[code].title} ${words.errors[code].nextStep}`;
  const shortName = readShortName(fields.shortName);
  const name = fields.fullName.trim();
  return {
    ...(name === '' && { fullName: newCustomer.fullNameMissing }),
    ...(name.length > longestName && { fullName: newCustomer.fullNameLong }),
    ...(!shortName.ok && { shortName: said(shortName.error.code) }),
    ...(!isUserCount(fields.licensedUsers) && { licensedUsers: said('licensed_users_range') }),
    ...(fields.tenant.trim() === '' && { tenant: newCustomer.tenantMissing }),
    ...(fields.tenant.trim() !== '' &&
      !readTenantReference(fields.tenant).ok && { tenant: said('tenant_reference_invalid') }),
    ...(fields.reference.trim().length > longestReference && { reference: newCustomer.referenceLong }),
    ...(!isTerm(fields.days) && { days: newCustomer.daysRange }),
  };
}

function isUserCount(typed: string): boolean {
  const count = Number(typed.trim());
  return /^\d+$/.test(typed.trim()) && count >= fewestLicensedUsers && count <= mostLicensedUsers;
}

const isTerm = (typed: string): boolean =>
  typed.trim() === '' || (/^\d{1,4}$/.test(typed.trim()) && InvitationDays.safeParse(Number(typed.trim())).success);

/** The request that the form makes, once nothing is wrong with it. */
export const bodyOf = ({ fullName, shortName, licenceType, licensedUsers, tenant, ...more }: CustomerFields) => ({
  fullName: fullName.trim(),
  shortName: shortName.normalize('NFC'),
  kind: 'direct-routing' as const,
  licenceType: LicenceType.parse(licenceType),
  licensedUsers: Number(licensedUsers.trim()),
  tenant: tenant.trim(),
  ...moreOf(more),
});

/** What may be left out is not sent where nothing was typed: a server from before it takes the rest. */
const moreOf = ({ language, reference, days }: Pick<CustomerFields, 'language' | 'reference' | 'days'>) => ({
  ...(language !== '' && { language: ChosenLanguage.parse(language) }),
  ...(reference.trim() !== '' && { reference: reference.trim() }),
  ...(days.trim() !== '' && { days: Number(days.trim()) }),
});

const fieldOfCode: Partial<Record<ClientError['code'], FieldName>> = {
  tenant_reference_invalid: 'tenant',
  tenant_not_found: 'tenant',
  tenant_personal: 'tenant',
  customer_has_invitation: 'tenant',
  short_name_length: 'shortName',
  short_name_character: 'shortName',
  short_name_reserved: 'shortName',
  short_name_taken: 'shortName',
  licensed_users_range: 'licensedUsers',
};

/** The fields that the server's refusal belongs to; empty when it belongs to none of them. */
export function faultsOfRefusal({ code, fields }: ClientError, words: ExtensionWords): Faults {
  const field = fieldOfCode[code];
  if (code in words.errors && field !== undefined) {
    const { title, nextStep } = words.errors[code as keyof ExtensionWords['errors']];
    return { [field]: `${title} ${nextStep}` };
  }
  if (code !== 'request_invalid') return {};
  const named = fields.map(({ path }) => path.split('.').at(-1) ?? '').filter(isFieldName);
  return Object.fromEntries(named.map((name) => [name, words.errors.request_invalid.title]));
}

const isFieldName = (name: string): name is FieldName => Object.hasOwn(emptyFields, name);
