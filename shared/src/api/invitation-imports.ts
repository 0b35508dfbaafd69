import * as z from 'zod/mini';
import { importColumns, importMistakes } from '../invitations/import-mistakes.ts';
import { defineEndpoint, operatorErrors, operatorRoles, writers } from './endpoint.ts';
import { Instant } from './schemas.ts';

/** Here, and not beside the other ids: the popup carries those. */
const ImportId = z.string().check(z.regex(/^imp_[0-9a-z]{26}$/));

/** A thousand rows of the longest names come to less; what every other call may send is far less. */
export const largestList = 512 * 1024;

export const ImportState = z.enum(['running', 'cancelled', 'done']);
export type ImportState = z.infer<typeof ImportState>;

/** A list of new customers that somebody has confirmed, as far as it has come. */
export const ImportView = z.strictObject({
  id: ImportId,
  state: ImportState,
  total: z.int(),
  created: z.int(),
  refused: z.int(),
  startedAt: Instant,
  startedBy: z.string(),
  finishedAt: z.nullable(Instant),
});
export type ImportView = z.infer<typeof ImportView>;

export const ListBody = z.strictObject({ csv: z.string().check(z.maxLength(400_000)) });
export const importParams = z.strictObject({ importId: ImportId });

/** What was found in a list before anything is made of it. */
export const ListCheck = z.strictObject({
  /** Rows in which nothing is wrong. */
  ready: z.int(),
  mistakes: z.array(
    z.strictObject({
      /** As a spreadsheet numbers it: the header is 1. */
      row: z.int(),
      column: z.nullable(z.enum(importColumns)),
      mistake: z.enum(importMistakes),
      header: z.nullable(z.string()),
    }),
  ),
});
export type ImportCheck = z.infer<typeof ListCheck>;

export const checkImport = defineEndpoint({
  method: 'POST',
  path: '/v1/invitation-imports/check',
  summary: 'Look through a CSV of new customers: each mistake by row and column; nothing is created',
  who: writers,
  body: ListBody,
  largestBody: largestList,
  response: ListCheck,
  status: 200,
  errors: operatorErrors,
  audit: { none: 'nothing is changed' },
});

export const startImport = defineEndpoint({
  method: 'POST',
  path: '/v1/invitation-imports',
  summary: 'Create the invitations of a CSV in which nothing is wrong, one after the other, beside the answers',
  who: writers,
  body: ListBody,
  largestBody: largestList,
  response: ImportView,
  status: 201,
  errors: [
    ...operatorErrors,
    'import_has_mistakes',
    'changed_meanwhile',
    'idempotency_key_missing',
    'idempotency_key_reused',
  ],
  audit: { record: 'invitation_import.started' },
  idempotent: true,
});

export const listImports = defineEndpoint({
  method: 'GET',
  path: '/v1/invitation-imports',
  summary: 'The newest lists of new customers, at most 20',
  who: operatorRoles,
  response: z.strictObject({ imports: z.array(ImportView) }),
  status: 200,
  errors: operatorErrors,
  audit: { none: 'reading' },
});

export const cancelImport = defineEndpoint({
  method: 'POST',
  path: '/v1/invitation-imports/:importId/cancel',
  summary: 'Create nothing more of it; what was created stays',
  who: writers,
  params: importParams,
  response: ImportView,
  status: 200,
  errors: [...operatorErrors, 'import_not_found', 'import_over', 'changed_meanwhile'],
  audit: { record: 'invitation_import.cancelled' },
});

export const readImportResult = defineEndpoint({
  method: 'GET',
  path: '/v1/invitation-imports/:importId/result',
  summary: 'What became of each row, as CSV (RFC 4180), and no cell that a spreadsheet would calculate',
  who: operatorRoles,
  params: importParams,
  response: z.strictObject({ fileName: z.string(), csv: z.string() }),
  status: 200,
  errors: [...operatorErrors, 'import_not_found'],
  audit: { none: 'reading' },
});
