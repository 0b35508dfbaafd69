import { readFileSync } from 'node:fs';
import { readArguments } from '../arguments.ts';
import { startPracticeTenant } from '../practice-tenant.ts';
import { openBrowser } from './browser.ts';
import { temporaryFolder } from './practice.ts';

interface KnownPerson {
  readonly name: string;
  readonly username: string;
  readonly password: string;
  readonly objectId: string;
  readonly roles: readonly string[];
}

/** situation.json, as whoever practises reads it. */
interface SituationFile {
  readonly name: string;
  readonly seed: number;
  readonly provider: { readonly tenantId: string; readonly domain: string; readonly operators: readonly KnownPerson[] };
  readonly customer: {
    readonly name: string;
    readonly tenantId: string;
    readonly domain: string;
    readonly initialDomain: string;
    readonly people: readonly (KnownPerson & { readonly adminDoes?: string })[];
    readonly sister?: readonly (KnownPerson & { readonly adminDoes?: string })[];
  };
  readonly registrations: {
    readonly api: { readonly clientId: string; readonly scope: string };
    readonly extension: { readonly clientId: string; readonly redirectUris: readonly string[] };
    readonly consent: {
      readonly clientId: string;
      readonly redirectUris: readonly string[];
      readonly secretFile: string;
      readonly certificateFile?: string;
    };
  };
}

/** A practice tenant with its sockets and its files, known only by what it writes. */
export async function start(...more: readonly string[]) {
  const dir = temporaryFolder();
  const tenant = await startPracticeTenant(readArguments(['--dir', dir, '--seed', '7', ...more]));
  const { ready } = tenant;
  const situation = JSON.parse(readFileSync(ready.situationFile, 'utf8')) as SituationFile;
  return {
    ...ready,
    situation,
    secret: readFileSync(situation.registrations.consent.secretFile, 'utf8'),
    admin: situation.customer.people[0]!,
    browse: () =>
      openBrowser((url, init) => fetch(url.replace('https://login.microsoftonline.com', ready.login), init)),
    stop: () => tenant.stop(),
  };
}

export type Started = Awaited<ReturnType<typeof start>>;
