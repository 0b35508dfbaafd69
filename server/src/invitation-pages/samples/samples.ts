import { endings } from '../endings.ts';
import type { EndingKey } from '../model.ts';
import { requests } from './requests.ts';
import { pasted } from './pasted.ts';
import { results } from './results.ts';
import { sampleInvitation as invitation, sampleTenantId as tenantId, type Sample } from './sample.ts';

const wrongTenants: readonly Sample[] = [
  {
    name: 'wrong-tenant',
    model: {
      page: 'wrong_tenant',
      invitation,
      signedInTo: { account: 'm.bowen@fabrikam.example', tenantId },
      error: null,
    },
  },
  {
    name: 'wrong-tenant-nothing-known',
    model: { page: 'wrong_tenant', invitation, signedInTo: { account: null, tenantId: null }, error: null },
  },
];

const ended = Object.keys(endings).flatMap((key): readonly Sample[] => {
  const ending = key as EndingKey;
  return [
    {
      name: `ending-${ending}`,
      model: {
        page: 'ending',
        ending,
        invitation,
        error: null,
        mayStart: true,
        mayApprove: false,
        newOne: ending === 'expired' ? 'may_ask' : null,
        reference: '7c1e-44b9',
      },
    },
    {
      name: `ending-${ending}-to-a-stranger`,
      model: {
        page: 'ending',
        ending,
        invitation: null,
        error: null,
        mayStart: false,
        mayApprove: false,
        newOne: null,
        reference: null,
      },
    },
  ];
});

const asked: Sample = {
  name: 'ending-expired-and-asked',
  model: {
    page: 'ending',
    ending: 'expired',
    invitation,
    error: null,
    mayStart: false,
    mayApprove: false,
    newOne: { askedAt: '2026-11-23T14:30:00.000Z' },
    reference: '7c1e-44b9',
  },
};

/** What ended was the approval for the organisation, behind a consent that is on record. */
const approvals: readonly Sample[] = (['answer_late', 'start_superseded'] as const).map((ending) => ({
  name: `ending-${ending}-of-an-approval`,
  model: {
    page: 'ending',
    ending,
    invitation,
    error: null,
    mayStart: false,
    mayApprove: true,
    newOne: null,
    reference: '7c1e-44b9',
  },
}));

/** Every page in every state. */
export const samples: readonly Sample[] = [
  ...requests,
  ...results,
  ...wrongTenants,
  ...ended,
  asked,
  ...approvals,
  ...pasted,
];
