import { consentDiff } from '@latchkey/shared/permissions/consent-diff';
import { resources } from '@latchkey/shared/permissions/profile';
import { directRoutingDelegated, profileById } from '@latchkey/shared/permissions/profiles';
import type { InvitationPage } from '../model.ts';
import {
  sampleAppId as appId,
  sampleInvitation as invitation,
  sampleTenantId as tenantId,
  type Sample,
} from './sample.ts';

const request: InvitationPage = {
  page: 'invitation',
  invitation,
  service: { kind: 'direct-routing', licensedUsers: 120 },
  profile: directRoutingDelegated,
  appId,
  diff: consentDiff(directRoutingDelegated, null),
  expiresAt: '2026-12-07T14:28:00.000Z',
  started: false,
  before: null,
};

/** Before Microsoft: the shell, the invitation, the way there. */
const landings: readonly Sample[] = [
  { name: 'landing', model: { page: 'landing', code: null } },
  ...(['unknown', 'malformed', 'too_many'] as const).map((refused): Sample => ({
    name: `landing-code-${refused}`,
    model: { page: 'landing', code: { typed: 'ABCD-EFGH-JKMN-PQRS', refused } },
  })),
];

const invitations: readonly Sample[] = [
  { name: 'invitation', model: request },
  ...(['no_answer', 'declined', 'wrong_tenant', 'not_allowed', 'approval_requested', 'approval_seen'] as const).map(
    (before): Sample => ({
      name: `invitation-after-${before}`,
      model: { ...request, started: true, before },
    }),
  ),
  {
    name: 'invitation-again',
    model: {
      ...request,
      diff: consentDiff(directRoutingDelegated, [
        { ...directRoutingDelegated.permissions[1], finding: 'granted', principalIds: [] },
        { ...directRoutingDelegated.permissions[3], finding: 'skipped', principalIds: [] },
        { ...directRoutingDelegated.permissions[1], value: 'Mail.Read', finding: 'surplus', principalIds: [] },
      ]),
    },
  },
  {
    name: 'invitation-application',
    model: { ...request, profile: profileById('direct-routing-application') ?? directRoutingDelegated },
  },
  {
    name: 'invitation-unknown-permission',
    model: {
      ...request,
      service: { kind: 'direct-routing', licensedUsers: 1 },
      invitation: { ...invitation, reference: null },
      profile: {
        id: 'other',
        version: 1,
        permissions: [
          { resourceAppId: resources.teamsAdmin, kind: 'delegated', value: 'user_impersonation', required: true },
        ],
      },
    },
  },
];

const signInOrigin = 'https://login.microsoftonline.com';
const leavings: readonly Sample[] = [
  {
    name: 'leaving-authorize',
    model: {
      page: 'leaving',
      invitation,
      kind: 'authorize',
      to: `${signInOrigin}/${tenantId}/oauth2/v2.0/authorize?client_id=1&prompt=select_account&state=s`,
    },
  },
  {
    name: 'leaving-adminconsent',
    model: {
      page: 'leaving',
      invitation,
      kind: 'adminconsent',
      to: `${signInOrigin}/${tenantId}/v2.0/adminconsent?client_id=1&state=s`,
    },
  },
];

export const requests: readonly Sample[] = [...landings, ...invitations, ...leavings];
