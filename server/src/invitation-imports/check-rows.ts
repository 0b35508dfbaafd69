import { licensedUsersRange } from '@latchkey/shared/api/invitations';
import { LicenceType } from '@latchkey/shared/api/schemas';
import { readShortName, shortNameKey } from '@latchkey/shared/customers/short-name';
import { personalAccountsTenantId, readTenantReference } from '@latchkey/shared/customers/tenant-reference';
import type { ImportColumn, ImportMistake } from '@latchkey/shared/invitations/import-mistakes';
import { ChosenLanguage as Chosen } from '@latchkey/shared/mail/chosen-language';
import type { ChosenLanguage } from '@latchkey/shared/words/customer-language';
import type { ListMistake, ListRow } from './read-list.ts';

/** A row as it would be ordered; its short name in its normal form. */
export interface WantedCustomer {
  readonly row: number;
  readonly tenant: string;
  readonly fullName: string;
  readonly shortName: string;
  readonly licenceType: LicenceType;
  readonly licensedUsers: number;
  readonly reference: string | null;
  /** Where the list says one. */
  readonly language?: ChosenLanguage | undefined;
}

interface CheckedRows {
  readonly wanted: readonly WantedCustomer[];
  readonly mistakes: readonly ListMistake[];
}

type Found = readonly (readonly [ImportColumn | null, ImportMistake])[];

const longestName = 120;
const longestReference = 80;
/** Where Microsoft keeps personal accounts; no organisation owns one of these. */
const personalDomains = ['outlook.com', 'hotmail.com', 'live.com', 'msn.com'];

/** Checks each row by itself, and against those before it. What only the database or Microsoft knows is asked later. */
export function checkRows(rows: readonly ListRow[], width: number): CheckedRows {
  const seen = { names: new Set<string>(), tenants: new Set<string>() };
  const wanted: WantedCustomer[] = [];
  const mistakes: ListMistake[] = [];
  for (const row of rows) {
    const found = [...mistakesOf(row, width), ...twice(row, seen)];
    mistakes.push(...found.map(([column, mistake]) => ({ row: row.row, column, mistake, header: null })));
    if (found.length === 0) wanted.push(wantedOf(row));
  }
  return { wanted, mistakes };
}

function mistakesOf({ cells, count }: ListRow, width: number): Found {
  if (count > width) return [[null, 'cells_too_many']];
  if (count < width) return [[null, 'cells_too_few']];
  const unseen = Object.entries(cells).filter(([, cell]) => /[\p{Cc}\p{Cf}]/u.test(cell));
  if (unseen.length > 0) return unseen.map(([column]) => [column as ImportColumn, 'character_unseen']);
  return [
    ...ofName(cells.full_name),
    ...ofShortName(cells.short_name),
    ...ofTenant(cells.tenant),
    ...ofLicence(cells.licence_type),
    ...ofUsers(cells.licensed_users),
    ...(cells.reference.length > longestReference ? ([['reference', 'reference_long']] as const) : []),
    ...ofLanguage(cells.language),
  ];
}

function ofName(name: string): Found {
  if (name === '') return [['full_name', 'full_name_missing']];
  return name.length > longestName ? [['full_name', 'full_name_long']] : [];
}

function ofShortName(name: string): Found {
  if (name === '') return [['short_name', 'short_name_missing']];
  const read = readShortName(name);
  return read.ok ? [] : [['short_name', read.error.code]];
}

function ofTenant(tenant: string): Found {
  if (tenant === '') return [['tenant', 'tenant_missing']];
  const read = readTenantReference(tenant);
  if (!read.ok) return [['tenant', 'tenant_reference_invalid']];
  const isPersonal =
    read.value.kind === 'id' ? read.value.id === personalAccountsTenantId : personalDomains.includes(read.value.domain);
  return isPersonal ? [['tenant', 'tenant_personal']] : [];
}

function ofLicence(type: string): Found {
  if (type === '') return [['licence_type', 'licence_type_missing']];
  return LicenceType.safeParse(type.toLowerCase()).success ? [] : [['licence_type', 'licence_type_unknown']];
}

function ofUsers(users: string): Found {
  if (users === '') return [['licensed_users', 'licensed_users_missing']];
  if (!/^-?\d{1,9}$/.test(users)) return [['licensed_users', 'licensed_users_not_whole']];
  const { from, to } = licensedUsersRange;
  return Number(users) < from || Number(users) > to ? [['licensed_users', 'licensed_users_range']] : [];
}

/** By its two letters. */
function ofLanguage(language: string): Found {
  return language === '' || languageNamed(language) !== undefined ? [] : [['language', 'language_unknown']];
}

const languageNamed = (text: string): ChosenLanguage | undefined => {
  const read = Chosen.safeParse(text.toLowerCase());
  return read.success ? read.data : undefined;
};

/** The first of two keeps the name: it is the second that is told. Two domains of one tenant are seen in the run. */
function twice({ cells }: ListRow, seen: { readonly names: Set<string>; readonly tenants: Set<string> }): Found {
  const tenant = readTenantReference(cells.tenant);
  const place = tenant.ok ? (tenant.value.kind === 'id' ? tenant.value.id : tenant.value.domain) : '';
  return [
    ...(isSecond(seen.names, cells.short_name === '' ? '' : shortNameKey(cells.short_name))
      ? ([['short_name', 'short_name_twice']] as const)
      : []),
    ...(isSecond(seen.tenants, place) ? ([['tenant', 'tenant_twice']] as const) : []),
  ];
}

function isSecond(seen: Set<string>, key: string): boolean {
  if (key === '') return false;
  const isKnown = seen.has(key);
  seen.add(key);
  return isKnown;
}

function wantedOf({ row, cells }: ListRow): WantedCustomer {
  const language = languageNamed(cells.language);
  return {
    row,
    tenant: cells.tenant,
    fullName: cells.full_name,
    shortName: cells.short_name.normalize('NFC'),
    licenceType: LicenceType.parse(cells.licence_type.toLowerCase()),
    licensedUsers: Number(cells.licensed_users),
    reference: cells.reference === '' ? null : cells.reference,
    ...(language !== undefined && { language }),
  };
}
