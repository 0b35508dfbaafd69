import { expiryStep, isPasswordProved, isSignInEnding } from './expiry.ts';
import type { Observations } from './observation.ts';
import type { Check } from './verdict.ts';

/** What the connection lives on: the sign-in behind it, the application's credential, a stored password. Each with its instant. */
export function credentialChecks({ credentials, at }: Observations): readonly Check[] {
  const { refreshToken, client, password } = credentials;
  return [
    refreshToken === null
      ? { id: 'sign_in', result: 'skipped', about: [] }
      : {
          id: 'sign_in',
          result: isSignInEnding(refreshToken.issuedAt, at) ? 'warning' : 'passed',
          about: [refreshToken.issuedAt],
        },
    client === null
      ? { id: 'credential', result: 'skipped', about: [] }
      : {
          id: 'credential',
          result: expiryStep(client.expiresAt, at) === null ? 'passed' : 'warning',
          about: [client.expiresAt],
        },
    passwordCheck(password, at),
  ];
}

function passwordCheck(password: Observations['credentials']['password'], at: string): Check {
  if (password === null) return { id: 'password', result: 'skipped', about: [] };
  const about = password.provedAt === null ? [] : [password.provedAt];
  const isGood = password.needed && isPasswordProved(password.provedAt, at);
  return { id: 'password', result: isGood ? 'passed' : 'warning', about };
}
