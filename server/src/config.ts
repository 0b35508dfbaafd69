import * as z from 'zod';
import type { Cloud } from '@latchkey/shared/clouds/cloud';
import { chosenLanguages } from '@latchkey/shared/words/customer-language';
import { deployment } from '@latchkey/shared/words/en/deployment';
import { fill } from '@latchkey/shared/words/fill';
import { Listen, PublicUrl } from './config-addresses.ts';
import {
  cloudsOf,
  consoleOf,
  credentialFault,
  credentialFrom,
  credentialNameOf,
  isCron,
  type ProviderConsole,
} from './config-files.ts';
import { mailEnvironment, mailOf } from './config-mail.ts';
import type { MailServer } from './mail/mail.ts';
import type { ConsentCredential } from './sealing/consent-credential.ts';

type Name = keyof typeof deployment.meanings;

const list = <Item extends z.ZodType<string, string>>(item: Item) =>
  z
    .string()
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    )
    .pipe(z.array(item));

const wholeNumber = (from: number, to: number) =>
  z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .pipe(z.int().min(from).max(to));
const guid = z.guid().toLowerCase();

const ChosenLanguage = z.enum(chosenLanguages);

/** Five fields of cron, in UTC; `off` for none. */
const Nightly = z
  .string()
  .refine((text) => text === 'off' || isCron(text))
  .transform((text) => (text === 'off' ? null : text));

const Environment = z.object({
  LATCHKEY_LISTEN: Listen.prefault('127.0.0.1:8787'),
  LATCHKEY_PUBLIC_URL: PublicUrl,
  LATCHKEY_DATA_DIR: z.string().min(1),
  LATCHKEY_KEYS: z.string().min(1),
  LATCHKEY_CLOUDS: z.string().min(1).optional(),
  LATCHKEY_CLOUD: z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,30}$/)
    .default('public'),
  LATCHKEY_PROVIDER_CONSOLE: z.string().min(1).optional(),
  LATCHKEY_PROVIDER_NAME: z.string().trim().min(1).max(80),
  LATCHKEY_OPERATOR_TENANTS: list(guid).pipe(z.array(guid).min(1)),
  LATCHKEY_API_CLIENT_ID: guid,
  LATCHKEY_EXTENSION_CLIENT_ID: guid,
  LATCHKEY_EXTENSION_ORIGINS: list(
    z.string().regex(/^(?:chrome-extension:\/\/[a-p]{32}|moz-extension:\/\/[0-9a-f-]{36})$/),
  ).prefault(''),
  LATCHKEY_CONSENT_CLIENT_ID: guid,
  LATCHKEY_CONSENT_SECRET_FILE: z.string().min(1).optional(),
  LATCHKEY_CONSENT_SECRET_EXPIRES: z.iso
    .date()
    .transform((day) => `${day}T00:00:00.000Z`)
    .optional(),
  LATCHKEY_CONSENT_CERTIFICATE_FILE: z.string().min(1).optional(),
  LATCHKEY_LANGUAGE: ChosenLanguage.prefault('en'),
  LATCHKEY_INVITATION_DAYS: wholeNumber(1, 90).prefault('14'),
  LATCHKEY_REMIND_DAYS: wholeNumber(0, 30).prefault('3'),
  LATCHKEY_SETTLING_MINUTES: wholeNumber(1, 120).prefault('15'),
  LATCHKEY_ALERT_HOSTS: list(z.string().regex(/^[a-z0-9.-]+(?::\d{1,5})?$/)).prefault(''),
  ...mailEnvironment,
  LATCHKEY_NIGHTLY: Nightly.prefault('0 2 * * *'),
  LATCHKEY_TRUSTED_HOPS: wholeNumber(0, 5).prefault('0'),
  LATCHKEY_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
} satisfies Record<Name, z.ZodType>);

/** Everything that the server is told about its deployment. */
export interface Configuration {
  readonly listen: { readonly host: string; readonly port: number };
  /** The origin that people meet, without a slash at the end. */
  readonly publicUrl: string;
  readonly dataFolder: string;
  readonly keyRingFile: string;
  readonly cloud: Cloud;
  readonly providerName: string;
  /** The provider's own console, if operators may have our overlay in it. */
  readonly providerConsole: ProviderConsole | null;
  readonly operatorTenants: readonly string[];
  readonly apiClientId: string;
  readonly extensionClientId: string;
  readonly extensionOrigins: readonly string[];
  readonly consentClientId: string;
  readonly consentCredential: ConsentCredential;
  /** Of mails and pages, for customers of whom nothing is said. */
  readonly language: z.infer<typeof ChosenLanguage>;
  readonly invitationDays: number;
  /** Days before the end of an invitation on which its customer is reminded; 0 for never. */
  readonly remindDays: number;
  readonly settlingMinutes: number;
  /** Hosts to which alerts may go although they are private. */
  readonly alertHosts: readonly string[];
  /** How mail is sent; null where it is not. */
  readonly mail: MailServer | null;
  /** When all connections are validated, as cron writes it, in UTC; null for never. */
  readonly nightly: string | null;
  readonly trustedHops: number;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

/** Parses the environment once. Each mistake is one sentence; all of them are told at once. */
export function readConfiguration(
  environment: Readonly<Record<string, string | undefined>>,
):
  | { readonly ok: true; readonly value: Configuration }
  | { readonly ok: false; readonly sentences: readonly string[] } {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = Environment.safeParse(given);
  const names = [
    ...new Set((parsed.error?.issues ?? []).map((issue) => String(issue.path[0]) as Name)),
    ...credentialFault(given),
  ];
  return parsed.success && names.length === 0
    ? withFiles(parsed.data)
    : { ok: false, sentences: names.map((name) => sentence(name, name in given ? 'invalid' : 'missing')) };
}

function withFiles(read: z.infer<typeof Environment>): ReturnType<typeof readConfiguration> {
  const clouds = cloudsOf(read.LATCHKEY_CLOUDS);
  const credential = credentialFrom(read);
  const console = consoleOf(read.LATCHKEY_PROVIDER_CONSOLE);
  const { value: mail, mistakes } = mailOf(read);
  const cloud = clouds?.find(({ key }) => key === read.LATCHKEY_CLOUD);
  if (cloud !== undefined && console !== undefined && credential !== undefined && mistakes.length === 0) {
    return { ok: true, value: configurationOf(read, { cloud, console, credential, mail }) };
  }
  const known = clouds?.map(({ key }) => key).join(', ') ?? '';
  return {
    ok: false,
    sentences: [
      ...(clouds === undefined ? [sentence('LATCHKEY_CLOUDS', 'unreadable')] : []),
      ...(clouds !== undefined && cloud === undefined
        ? [fill(deployment.configuration.cloudUnknown, { cloud: read.LATCHKEY_CLOUD, known })]
        : []),
      ...(console === undefined ? [sentence('LATCHKEY_PROVIDER_CONSOLE', 'unreadable')] : []),
      ...(credential === undefined ? [sentence(credentialNameOf(read), 'unreadable')] : []),
      ...mistakes.map(({ name, fault }) => sentence(name, fault)),
    ],
  };
}

interface FromFiles {
  readonly cloud: Cloud;
  readonly console: ProviderConsole | null;
  readonly credential: ConsentCredential;
  readonly mail: MailServer | null;
}

const configurationOf = (
  read: z.infer<typeof Environment>,
  { cloud, console, credential, mail }: FromFiles,
): Configuration => ({
  listen: read.LATCHKEY_LISTEN,
  publicUrl: read.LATCHKEY_PUBLIC_URL,
  dataFolder: read.LATCHKEY_DATA_DIR,
  keyRingFile: read.LATCHKEY_KEYS,
  cloud,
  providerName: read.LATCHKEY_PROVIDER_NAME,
  providerConsole: console,
  operatorTenants: read.LATCHKEY_OPERATOR_TENANTS,
  apiClientId: read.LATCHKEY_API_CLIENT_ID,
  extensionClientId: read.LATCHKEY_EXTENSION_CLIENT_ID,
  extensionOrigins: read.LATCHKEY_EXTENSION_ORIGINS,
  consentClientId: read.LATCHKEY_CONSENT_CLIENT_ID,
  consentCredential: credential,
  language: read.LATCHKEY_LANGUAGE,
  invitationDays: read.LATCHKEY_INVITATION_DAYS,
  remindDays: read.LATCHKEY_REMIND_DAYS,
  settlingMinutes: read.LATCHKEY_SETTLING_MINUTES,
  alertHosts: read.LATCHKEY_ALERT_HOSTS,
  mail,
  nightly: read.LATCHKEY_NIGHTLY,
  trustedHops: read.LATCHKEY_TRUSTED_HOPS,
  logLevel: read.LATCHKEY_LOG_LEVEL,
});

const sentence = (name: Name, fault: 'missing' | 'invalid' | 'unreadable'): string =>
  fill(deployment.configuration[fault], { name, meaning: deployment.meanings[name] });
