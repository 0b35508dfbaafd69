import { diagnose } from '@latchkey/shared/errors/doctor/diagnose';
import { readPaste } from '@latchkey/shared/errors/doctor/read-paste';
import type { ToldError } from '../model.ts';
import { sampleInvitation as invitation, type Sample } from './sample.ts';

const ids = {
  correlationId: '2d9a4c57-8e10-4b6f-a3d2-7c5e9f01b246',
  requestId: 'c41b7e02-95ad-4f38-b6c9-1e8d50a72300',
  timestamp: '2026-11-23T14:30:07.000Z',
} as const;

function error(text: string): ToldError {
  const paste = readPaste(text);
  const diagnosis = paste.state === 'read' ? diagnose(paste.found) : undefined;
  if (diagnosis === undefined) throw new Error(`nothing was found in a sample: ${text}`);
  return { diagnosis, code: text, ...ids };
}

const policy = error('AADSTS53003');
const admin = error('AADSTS90094');
const redirect = error('AADSTS50011');

/** After a pasted error: where it moved nothing, and where it did. */
export const pasted: readonly Sample[] = [
  ...(['refused', 'nothing'] as const).map((outcome): Sample => ({
    name: `pasted-${outcome}`,
    model: { page: 'pasted_error', invitation, outcome, mayStart: true },
  })),
  { name: 'pasted-told', model: { page: 'pasted_error', invitation, outcome: error('AADSTS50076'), mayStart: true } },
  {
    name: 'pasted-unknown-number',
    model: {
      page: 'pasted_error',
      invitation,
      outcome: { ...error('AADSTS509999'), correlationId: null, requestId: null, timestamp: null },
      mayStart: false,
    },
  },
  ...[policy, admin, redirect].map((one): Sample => ({
    name: `not-allowed-${one.diagnosis.key}`,
    model: {
      page: 'ending',
      ending: 'not_allowed',
      invitation,
      error: one,
      mayStart: true,
      mayApprove: false,
      newOne: null,
      reference: '7c1e-44b9',
    },
  })),
  {
    name: 'wrong-tenant-pasted',
    model: {
      page: 'wrong_tenant',
      invitation,
      signedInTo: { account: null, tenantId: null },
      error: error('AADSTS50020'),
    },
  },
];
