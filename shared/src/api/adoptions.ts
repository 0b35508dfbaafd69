import * as z from 'zod/mini';
import { defineEndpoint, operatorErrors, operatorRoles, writers } from './endpoint.ts';
import { importParams, ImportView, largestList, ListBody, ListCheck } from './invitation-imports.ts';
import { ProfileId } from './schemas.ts';

/** A list of tenants whose consents are adopted, as far as it has come. */
export const AdoptionView = z.strictObject({
  ...ImportView.shape,
  /** Of those that were created: connections of which not everything was proved. */
  unproved: z.int(),
});
export type AdoptionView = z.infer<typeof AdoptionView>;

export const checkAdoption = defineEndpoint({
  method: 'POST',
  path: '/v1/adoptions/check',
  summary: 'Look through a CSV of tenants that have consented: each mistake by row and column; nobody is asked',
  who: writers,
  body: ListBody,
  largestBody: largestList,
  response: ListCheck,
  status: 200,
  errors: operatorErrors,
  audit: { none: 'nothing is changed' },
});

export const startAdoption = defineEndpoint({
  method: 'POST',
  path: '/v1/adoptions',
  summary:
    'Adopt existing consents: for each tenant of a CSV a token of the application’s own, what the tenant granted, and a connection with that verdict',
  who: writers,
  body: z.strictObject({ ...ListBody.shape, profileId: ProfileId }),
  largestBody: largestList,
  response: AdoptionView,
  status: 201,
  errors: [
    ...operatorErrors,
    'import_has_mistakes',
    'permission_profile_not_found',
    'changed_meanwhile',
    'idempotency_key_missing',
    'idempotency_key_reused',
  ],
  audit: { record: 'adoption.started' },
  idempotent: true,
});

export const listAdoptions = defineEndpoint({
  method: 'GET',
  path: '/v1/adoptions',
  summary: 'The newest lists of tenants whose consents are adopted, at most 20',
  who: operatorRoles,
  response: z.strictObject({ imports: z.array(AdoptionView) }),
  status: 200,
  errors: operatorErrors,
  audit: { none: 'reading' },
});

export const cancelAdoption = defineEndpoint({
  method: 'POST',
  path: '/v1/adoptions/:importId/cancel',
  summary: 'Adopt nothing more of it; what was adopted stays',
  who: writers,
  params: importParams,
  response: AdoptionView,
  status: 200,
  errors: [...operatorErrors, 'import_not_found', 'import_over', 'changed_meanwhile'],
  audit: { record: 'adoption.cancelled' },
});

export const readAdoptionResult = defineEndpoint({
  method: 'GET',
  path: '/v1/adoptions/:importId/result',
  summary: 'What became of each tenant, as CSV (RFC 4180), and no cell that a spreadsheet would calculate',
  who: operatorRoles,
  params: importParams,
  response: z.strictObject({ fileName: z.string(), csv: z.string() }),
  status: 200,
  errors: [...operatorErrors, 'import_not_found'],
  audit: { none: 'reading' },
});
