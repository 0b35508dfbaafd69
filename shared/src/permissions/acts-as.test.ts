import { expect, test } from 'vitest';
import { actsAs } from './acts-as.ts';
import { directRoutingDelegated, profileById } from './profiles.ts';

test('a profile is carried out by an account, or by the application, or by nobody where it asks for both', () => {
  const application = profileById('direct-routing-application')!;
  expect(actsAs(directRoutingDelegated)).toBe('account');
  expect(actsAs(application)).toBe('application');
  const both = [...directRoutingDelegated.permissions, ...application.permissions];
  expect(actsAs({ permissions: both })).toBeUndefined();
  expect(actsAs({ permissions: [] })).toBeUndefined();
});
