import { expiryStep, isPasswordProved, isSignInEnding } from './expiry.ts';
import type { Observations } from './observation.ts';
import type { Check } from './verdict.ts';

/** What the connection lives on: the sign-in behind it, the application's credential, a stored password. Each with its instant. */
export function credentialChecks({ credentials, at, token }: Observations): readonly Check[] {
  const { refreshToken, client, password } = credentials;
  return [
    signInCheck(refreshToken, token, at),
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

/** A sign-in that bought no token this time may have ended: how old it is says nothing then. */
function signInCheck(
  refreshToken: Observations['credentials']['refreshToken'],
  token: Observations['token'],
  at: string,
): Check {
  if (refreshToken === null) return { id: 'sign_in', result: 'skipped', about: [] };
  if (token.state !== 'issued') return { id: 'sign_in', result: 'unknown', about: [] };
  const { issuedAt } = refreshToken;
  return { id: 'sign_in', result: isSignInEnding(issuedAt, at) ? 'warning' : 'passed', about: [issuedAt] };
}

function passwordCheck(password: Observations['credentials']['password'], at: string): Check {
  if (password === null) return { id: 'password', result: 'skipped', about: [] };
  const about = password.provedAt === null ? [] : [password.provedAt];
  const isGood = password.needed && isPasswordProved(password.provedAt, at);
  return { id: 'password', result: isGood ? 'passed' : 'warning', about };
}
