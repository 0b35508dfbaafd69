import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CloudsFile } from '@latchkey/shared/clouds/cloud';
import type { z } from 'zod/mini';
import { consoleAdapter } from './console/console-adapter.ts';
import { shortNameOf } from './console/console-record.ts';
import type { Person } from './directory/records.ts';
import { operatorRoles } from './directory/registrations.ts';
import type { PersonInSituation } from './situations/situation.ts';
import { teamsAdminHost } from './teams-admin/teams-admin-service.ts';
import type { World } from './world/world.ts';

/** Where the files of a practice tenant lie. */
export interface Files {
  readonly clouds: string;
  readonly console: string;
  readonly situation: string;
  readonly secret: string;
  readonly certificate: string;
  readonly requestLog: string;
}

/** The files in a folder, which is made if it is not there. */
export function filesIn(dir: string): Files {
  mkdirSync(dir, { recursive: true });
  return {
    clouds: join(dir, 'clouds.json'),
    console: join(dir, 'provider-console.json'),
    situation: join(dir, 'situation.json'),
    secret: join(dir, 'consent-client-secret'),
    certificate: join(dir, 'consent-client-certificate.pem'),
    requestLog: join(dir, 'requests.jsonl'),
  };
}

const both = (origin: string) => ({ browser: origin, server: origin });

/** The clouds file: how the product finds this tenant, and the only thing that it is told. See docs/clouds.md. */
const cloudsFile = (login: string, graph: string): z.infer<typeof CloudsFile> => ({
  clouds: [
    {
      key: 'practice',
      name: 'Practice tenant',
      login: { browser: 'https://login.microsoftonline.com', server: login },
      graph: { browser: 'https://graph.microsoft.com', server: graph },
      teamsAdmin: { browser: `https://${teamsAdminHost}`, server: graph },
      portal: both('https://portal.azure.com'),
      entra: both('https://entra.microsoft.com'),
      bladeHosts: ['*.reactblade.portal.azure.net'],
    },
  ],
});

const known = ({ name, username, password, mfa, id }: Person) => ({ name, username, password, mfa, objectId: id });

/** A person, and what they do in a walk. */
const actor = (person: Person, does: PersonInSituation | undefined) => ({
  ...known(person),
  roles: person.roles,
  ...(does?.adminDoes !== undefined && { adminDoes: does.adminDoes }),
  ...(does?.reviewerDoes !== undefined && { reviewerDoes: does.reviewerDoes }),
});

/** What a person who practises has to know. */
function situationFile({ plan, state }: World, { secret: secretFile, certificate: certificateFile }: Files) {
  const { provider, customer, sister, registrations } = state;
  const acting = plan.situation.customer;
  const { api, extension, consent } = registrations;
  const { domains } = customer.tenant;
  const uris = (redirects: typeof consent.redirects) => redirects.map(({ uri }) => uri);
  return {
    name: plan.situation.name,
    seed: plan.seed,
    provider: {
      name: provider.tenant.displayName,
      tenantId: provider.tenant.id,
      domain: provider.tenant.domains[0]?.name,
      operators: provider.people.map((person, at) => ({ ...known(person), roles: operatorRoles.slice(at, at + 1) })),
    },
    customer: {
      name: customer.tenant.displayName,
      tenantId: customer.tenant.id,
      shortName: shortNameOf(customer.tenant.displayName, plan.seed),
      domain: domains.find(({ isDefault }) => isDefault)?.name,
      initialDomain: domains.find(({ isInitial }) => isInitial)?.name,
      people: customer.people.map((person, at) => actor(person, acting.people[at])),
      ...(sister !== undefined && {
        sister: sister.people.map((person, at) => actor(person, acting.sister?.people[at])),
      }),
    },
    registrations: {
      api: { clientId: api.clientId, scope: `api://${api.clientId}/access_as_user` },
      extension: { clientId: extension.clientId, redirectUris: uris(extension.redirects) },
      consent: {
        clientId: consent.clientId,
        displayName: consent.displayName,
        publisher: consent.publisher,
        redirectUris: uris(consent.redirects),
        secretFile,
        ...(plan.certificate !== undefined && { certificateFile }),
      },
    },
  };
}

const asText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Writes what the product and the person who practises are told. */
export function writeFiles(
  world: World,
  files: Files,
  addresses: { readonly login: string; readonly graph: string },
): void {
  writeFileSync(files.clouds, asText(cloudsFile(addresses.login, addresses.graph)));
  writeFileSync(files.console, asText(consoleAdapter(world)));
  writeFileSync(files.situation, asText(situationFile(world, files)), { mode: 0o600 });
  writeSecret(files, world.state.registrations.consent.secrets[0]?.value ?? '');
  if (world.plan.certificate !== undefined) writeForUs(files.certificate, world.plan.certificate.file);
}

/** Writes the consent app's secret where the product reads it. */
export const writeSecret = (files: Files, value: string): void => writeForUs(files.secret, value);

function writeForUs(file: string, value: string): void {
  // The last start left it read-only.
  rmSync(file, { force: true });
  writeFileSync(file, value);
  chmodSync(file, 0o400);
}
