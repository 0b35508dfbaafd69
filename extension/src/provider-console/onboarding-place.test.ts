import type { CustomerView } from '@latchkey/shared/api/customers';
import type { InvitationView } from '@latchkey/shared/api/invitations';
import { expect, test } from 'vitest';
import { customerOf, invitationOf } from '../../e2e/fake-api/samples.ts';
import { routeOf } from '../console/route.ts';
import { onboardingPlace } from './onboarding-place.ts';

const named = { by: 'short-name', shortName: 'Zürich' } as const;
const withInvitation = (status: InvitationView['status']): CustomerView => ({
  ...customerOf(1, 'Contoso Ltd', null),
  invitation: invitationOf(1, 'Contoso Ltd', { status }),
});
const { id } = withInvitation('draft').invitation!;

test.each([
  ['draft', { at: 'method', id }],
  ['ready', { at: 'start', id }],
  ['opened', { at: 'start', id }],
  ['wrong_tenant', { at: 'start', id }],
  ['consented', { at: 'invitations', id }],
  ['authentication_complete', { at: 'invitations', id }],
] as const)('an invitation that is %s goes on at %o', (status, route) => {
  expect(routeOf(onboardingPlace(named, withInvitation(status)))).toEqual(route);
});

test('nobody of ours is added by the name or the tenant in the address', () => {
  expect(routeOf(onboardingPlace(named, null))).toEqual({ at: 'new-customer', tenant: null, shortName: 'Zürich' });
  const tenant = 'contoso.com';
  const added = routeOf(onboardingPlace({ by: 'tenant', tenant }, undefined));
  expect(added).toEqual({ at: 'new-customer', tenant, shortName: null });
});
