/** Columns of a list of new customers, by the words of its header. Reference and language may be left out. */
export const importColumns = [
  'full_name',
  'short_name',
  'tenant',
  'licence_type',
  'licensed_users',
  'reference',
  'language',
] as const;
export type ImportColumn = (typeof importColumns)[number];

/** Those that a list may do without. */
export const optionalImportColumns: readonly ImportColumn[] = ['reference', 'language'];

export const mostImportRows = 1000;

/** What can be wrong with such a list. Each is told with its row and, where there is one, its column. */
export const importMistakes = [
  // Of the file: nothing else is looked at then.
  'file_empty',
  'file_without_rows',
  'rows_too_many',
  'quotes_broken',
  'column_missing',
  'column_unknown',
  'column_twice',
  // Of a row.
  'cells_too_many',
  'cells_too_few',
  'character_unseen',
  'full_name_missing',
  'full_name_long',
  'short_name_missing',
  'short_name_length',
  'short_name_character',
  'short_name_reserved',
  'short_name_twice',
  'short_name_taken',
  'tenant_missing',
  'tenant_reference_invalid',
  'tenant_personal',
  'tenant_twice',
  'customer_has_invitation',
  'licence_type_missing',
  'licence_type_unknown',
  'licensed_users_missing',
  'licensed_users_not_whole',
  'licensed_users_range',
  'reference_long',
  'language_unknown',
] as const;
export type ImportMistake = (typeof importMistakes)[number];
