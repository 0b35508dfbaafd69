import { expiryStep, isPasswordProved, isSignInEnding } from './expiry.ts';
import { fault, type Fault } from './fault.ts';
import type { Observations } from './observation.ts';

/** It works today; what it lives on comes to its end. A credential that has ended already is told by the token endpoint. */
export function credentialFaults({ credentials, at }: Observations): readonly Fault[] {
  const { client, refreshToken, password } = credentials;
  const faults: Fault[] = [];
  if (client !== null && expiryStep(client.expiresAt, at) !== null)
    faults.push(fault('degraded', 'credential_expires', client.owner, 'probe'));
  if (refreshToken !== null && isSignInEnding(refreshToken.issuedAt, at))
    faults.push(fault('degraded', 'sign_in_ends', 'provider', 'probe'));
  if (password !== null && !password.needed) faults.push(fault('degraded', 'password_not_needed', 'provider', 'probe'));
  if (password !== null && password.needed && !isPasswordProved(password.provedAt, at))
    faults.push(fault('degraded', 'password_not_proved', 'provider', 'probe'));
  return faults;
}
