import { createHash } from 'node:crypto';
import { expiryStep } from '@latchkey/shared/validation/expiry';
import type { ConsentCredential } from '../sealing/consent-credential.ts';
import type { Application } from './application.ts';
import { newCertificate, newSecret } from './commands.ts';
import type { RegistrationConfiguration } from './deployment.ts';
import { unknown, type Judgement } from './finding.ts';

/** Days before its end from which a credential is a matter of now. */
const soonDays = 30;

/**
 * Whether the credential that this deployment has is at the registration, and when it ends. By Microsoft's word where it can be told
 * which of those there is ours: a certificate by itself, a secret by its day, or by being the only one.
 */
export function checkCredential(app: Application, configuration: RegistrationConfiguration, at: Date): Judgement {
  const { consentCredential: ours, consentClientId } = configuration;
  const mend = ours.kind === 'secret' ? newSecret(consentClientId) : newCertificate(consentClientId);
  const there = ours.kind === 'secret' ? app.passwordCredentials : app.keyCredentials;
  // A list that is not there was not read, and is not an empty one.
  if (!there) return unknown('malformed');
  const found = there.map(({ endDateTime }) => endDateTime ?? '').toSorted();
  const meant = there.filter((one: There) => isOurs(one, ours));
  if (meant.length === 0) return { standing: 'bad', reason: 'credential_gone', found, mend };
  const ends = [...new Set(meant.map(({ endDateTime }) => standingOf(endDateTime, at)))];
  const [standing, another] = ends;
  // Several that may be ours, and it makes a difference which.
  if (standing === undefined || another !== undefined) return unknown('which_secret', { found, mend });
  const [endsAt = null] = meant.map(({ endDateTime }) => instant(endDateTime) ?? '').toSorted();
  return { ...standings[standing], found, endsAt, mend };
}

interface There {
  readonly endDateTime?: string | null | undefined;
  readonly key?: string | null | undefined;
}

function isOurs({ endDateTime, key }: There, ours: ConsentCredential): boolean {
  if (ours.kind === 'certificate')
    return typeof key === 'string'
      ? createHash('sha256').update(Buffer.from(key, 'base64')).digest('base64url') === ours.thumbprint
      : // Not every source gives the certificate itself; then its last second must do.
        wholeSeconds(endDateTime) === wholeSeconds(ours.expiresAt);
  // Whoever wrote the day down wrote the day alone.
  return ours.expiresAt === null || instant(endDateTime)?.slice(0, 10) === ours.expiresAt.slice(0, 10);
}

const instant = (text: string | null | undefined): string | null => {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? null : new Date(time).toISOString();
};

const wholeSeconds = (text: string | null | undefined): number => Math.floor(Date.parse(text ?? '') / 1000);

function standingOf(endDateTime: string | null | undefined, at: Date): keyof typeof standings {
  const step = expiryStep(endDateTime ?? '', at.toISOString());
  if (step === 0) return 'ended';
  return step !== null && step <= soonDays ? 'soon' : 'far';
}

const standings = {
  ended: { standing: 'bad', reason: 'credential_ended' },
  soon: { standing: 'warning', reason: 'credential_ends_soon' },
  far: { standing: 'good' },
} as const satisfies Record<string, Judgement>;
