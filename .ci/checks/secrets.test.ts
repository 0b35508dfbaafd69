import { expect, test } from 'vitest';
import { everySource, isTest, linesWith } from './sources.ts';

/** The files that may look into a secret, each because the value itself has to leave: to Microsoft, a cipher, a hash. */
const mayReveal: readonly string[] = [
  'server/src/alerts/sign-alert.ts',
  'server/src/consent/start-secrets.ts',
  'server/src/guests/guest-keeper.ts',
  'server/src/guests/guest-routes.ts',
  'server/src/mail/send-mail.ts',
  'server/src/microsoft/client-proof.ts',
  'server/src/microsoft/graph-client.ts',
  'server/src/microsoft/id-token.ts',
  'server/src/microsoft/password-grant.ts',
  'server/src/microsoft/sign-in-client.ts',
  'server/src/microsoft/teams-admin.ts',
  'server/src/operators/access-token.ts',
  'server/src/operators/operator-routes.ts',
  'server/src/operators/session-keeper.ts',
  'server/src/passwords/give-password.ts',
  'server/src/sealing/jwe-sealer.ts',
];

const shipped = everySource.filter((path) => /^(shared|server|extension)\/src\//.test(path) && !isTest(path));

test('only the files of the list look into a secret', () => {
  const revealing = linesWith(/\.reveal\(\)/, shipped).map((line) => line.split(':')[0] ?? '');
  expect([...new Set(revealing)].toSorted()).toEqual(mayReveal.toSorted());
});
