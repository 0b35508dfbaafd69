import { readFileSync } from 'node:fs';
import { CronPattern } from 'croner';
import type * as z from 'zod';
import { CloudsFile, type Cloud } from '@latchkey/shared/clouds/cloud';
import { microsoftClouds } from '@latchkey/shared/clouds/microsoft-clouds';
import { ConsoleFile } from '@latchkey/shared/provider-console/console-file';
import { certificateIn, type ConsentCredential } from './sealing/consent-credential.ts';
import { Secret } from './sealing/secret.ts';

/** Microsoft's own clouds and those of the file; a file cannot replace one of Microsoft's. Undefined when it cannot be read. */
export function cloudsOf(file: string | undefined): readonly Cloud[] | undefined {
  if (file === undefined) return microsoftClouds;
  const read = CloudsFile.safeParse(jsonOf(file));
  return read.success ? [...microsoftClouds, ...read.data.clouds] : undefined;
}

export type ProviderConsole = z.infer<typeof ConsoleFile>;

/** The provider's console; null when none is named, undefined when the file cannot be read or does not hold what it promises. */
export function consoleOf(file: string | undefined): ProviderConsole | null | undefined {
  if (file === undefined) return null;
  const read = ConsoleFile.safeParse(jsonOf(file));
  return read.success ? read.data : undefined;
}

/** How a deployment names the credential of the consent app. */
interface NamedCredential {
  readonly LATCHKEY_CONSENT_CERTIFICATE_FILE?: string | undefined;
  readonly LATCHKEY_CONSENT_SECRET_FILE?: string | undefined;
  readonly LATCHKEY_CONSENT_SECRET_EXPIRES?: string | undefined;
}

/** The variable that is wrong where not exactly one of both is named: nobody could say which of them is meant. */
export function credentialFault(given: Readonly<Record<string, unknown>>): readonly (keyof NamedCredential)[] {
  const hasSecret = 'LATCHKEY_CONSENT_SECRET_FILE' in given;
  if ('LATCHKEY_CONSENT_CERTIFICATE_FILE' in given) return hasSecret ? ['LATCHKEY_CONSENT_CERTIFICATE_FILE'] : [];
  return hasSecret ? [] : ['LATCHKEY_CONSENT_SECRET_FILE'];
}

export const credentialNameOf = (named: NamedCredential): keyof NamedCredential =>
  named.LATCHKEY_CONSENT_CERTIFICATE_FILE === undefined
    ? 'LATCHKEY_CONSENT_SECRET_FILE'
    : 'LATCHKEY_CONSENT_CERTIFICATE_FILE';

/** The certificate where one is named, or else the secret; undefined when the file does not hold what it promises. */
export function credentialFrom(named: NamedCredential): ConsentCredential | undefined {
  const { LATCHKEY_CONSENT_CERTIFICATE_FILE: certificate, LATCHKEY_CONSENT_SECRET_FILE: file = '' } = named;
  if (certificate !== undefined) return certificateIn(textOf(certificate) ?? '');
  const secret = secretFrom(file);
  return secret && { kind: 'secret', secret, expiresAt: named.LATCHKEY_CONSENT_SECRET_EXPIRES ?? null };
}

export function secretFrom(file: string): Secret | undefined {
  const text = textOf(file)?.trim();
  return text === undefined || text === '' ? undefined : new Secret(text);
}

function jsonOf(file: string): unknown {
  try {
    return JSON.parse(textOf(file) ?? '');
  } catch {
    return undefined;
  }
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Whether a text is a plan in five fields, as cron writes it. */
export function isCron(text: string): boolean {
  if (text.trim().split(/\s+/).length !== 5) return false;
  try {
    return Boolean(new CronPattern(text));
  } catch {
    return false;
  }
}
