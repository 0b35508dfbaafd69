import { UnsecuredJWT } from 'jose';
import { expect, test } from 'vitest';
import { displayFacts } from './display-facts.ts';

const permissionsOf = (claims: Readonly<Record<string, unknown>>) =>
  displayFacts(new UnsecuredJWT({ ...claims }).encode()).permissions;

test('what a token carries is its scopes, or the roles of an application', () => {
  expect(permissionsOf({ scp: 'User.Read Directory.Read.All' })).toEqual(['User.Read', 'Directory.Read.All']);
  expect(permissionsOf({ idtyp: 'app', roles: ['Directory.Read.All'] })).toEqual(['Directory.Read.All']);
});

test('an application’s token without a list carries nothing; of anybody else’s it is not known', () => {
  expect(permissionsOf({ idtyp: 'app' })).toEqual([]);
  expect(permissionsOf({ idtyp: 'user' })).toBeNull();
  expect(permissionsOf({})).toBeNull();
  expect(permissionsOf({ idtyp: 'app', roles: 'Directory.Read.All' })).toBeNull();
});
