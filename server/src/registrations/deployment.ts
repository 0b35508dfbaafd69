import { originOf, type Cloud } from '@latchkey/shared/clouds/cloud';
import type { RegistrationName } from '@latchkey/shared/api/registrations';
import type { PermissionProfile } from '@latchkey/shared/permissions/profile';
import { redirectUris } from '../consent/start-consent.ts';
import type { ConsentCredential } from '../sealing/consent-credential.ts';

/** What the check is told of the deployment's configuration. */
export interface RegistrationConfiguration {
  readonly cloud: Cloud;
  readonly publicUrl: string;
  readonly operatorTenants: readonly string[];
  readonly apiClientId: string;
  readonly extensionClientId: string;
  readonly extensionOrigins: readonly string[];
  readonly consentClientId: string;
  readonly consentCredential: ConsentCredential;
}

/** The permission profiles in their newest versions, and which of them connections and pending invitations use. */
export interface ProfilesNow {
  readonly all: readonly PermissionProfile[];
  readonly inUse: readonly string[];
}

/** What the registrations are held against. */
export interface Deployment {
  readonly configuration: RegistrationConfiguration;
  /** Undefined where the database could not be read. */
  readonly profiles: ProfilesNow | undefined;
  readonly at: Date;
}

export const clientIdsOf = (configuration: RegistrationConfiguration): Readonly<Record<RegistrationName, string>> => ({
  api: configuration.apiClientId,
  extension: configuration.extensionClientId,
  consent: configuration.consentClientId,
});

/** The tenant that holds the registrations: the first that is named. */
export const homeTenantOf = ({ operatorTenants: [first = ''] }: RegistrationConfiguration): string => first;

export const graphOf = ({ cloud }: RegistrationConfiguration): string => originOf(cloud.graph, 'browser');

/** Where Microsoft sends a customer's administrator back to. */
export const consentRedirects = ({ publicUrl }: RegistrationConfiguration): readonly string[] =>
  Object.values(redirectUris(publicUrl));

const chromium = 'chrome-extension://';

/** Where an operator's sign-in ends: Chromium names the extension's id in it. Firefox's address cannot be told from its origin. */
export const extensionRedirects = ({ extensionOrigins }: RegistrationConfiguration): readonly string[] =>
  extensionOrigins
    .filter((origin) => origin.startsWith(chromium))
    .map((origin) => `https://${origin.slice(chromium.length)}.chromiumapp.org/`);

export const hasFirefox = ({ extensionOrigins }: RegistrationConfiguration): boolean =>
  extensionOrigins.some((origin) => !origin.startsWith(chromium));
