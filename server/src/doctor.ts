import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { profiles } from '@latchkey/shared/permissions/profiles';
import { registrations } from '@latchkey/shared/words/en/registrations';
import { fill } from '@latchkey/shared/words/fill';
import type { Clock } from './clock.ts';
import { readConfiguration, type Configuration } from './config.ts';
import { cloudFetch } from './microsoft/cloud-fetch.ts';
import { createRegistrationReader } from './microsoft/registrations.ts';
import { createSignInClient } from './microsoft/sign-in-client.ts';
import { createRegistrationChecker, profilesNow } from './registrations/registration-checker.ts';
import type { ProfilesNow } from './registrations/deployment.ts';
import { readFromTexts } from './registrations/from-files.ts';
import { exitCodeOf, printFindings } from './registrations/print-findings.ts';
import type { ReadsRegistrations } from './registrations/read-registrations.ts';
import { openSqlite } from './storage/sqlite.ts';
import { createStore } from './storage/sql-store.ts';

interface Terminal {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly write: (text: string) => void;
  readonly now: Clock;
}

const notChecked = 2;

/** The registration check on the command line. Gives the code that the process ends with. */
export async function runDoctor(given: readonly string[], { environment, write, now }: Terminal): Promise<number> {
  const { about, from, unreadable } = registrations.command;
  const program = new Command('doctor').description(about).option('--from <files...>', from);
  program.parse([...given], { from: 'user' });
  const { from: files } = program.opts<{ readonly from?: readonly string[] }>();
  const read = readConfiguration(environment);
  if (!read.ok) {
    write(`${read.sentences.join('\n')}\n`);
    return notChecked;
  }
  const texts = files?.map(textOf);
  const missing = files?.filter((_, place) => texts?.[place] === undefined) ?? [];
  if (missing.length > 0) {
    write(`${missing.map((file) => fill(unreadable, { file })).join('\n')}\n`);
    return notChecked;
  }
  const configuration = read.value;
  const reader =
    texts === undefined ? atMicrosoft(configuration, now) : readFromTexts(texts.filter((text) => text !== undefined));
  const checker = createRegistrationChecker({ configuration, reader, profiles: () => profilesIn(configuration), now });
  const view = await checker.check();
  write(printFindings(view, registrations));
  return exitCodeOf(view);
}

function atMicrosoft({ cloud, consentClientId, consentCredential }: Configuration, now: Clock): ReadsRegistrations {
  const login = { cloud, fetch: cloudFetch(cloud.login), now };
  const signIn = createSignInClient({ ...login, clientId: consentClientId, credential: consentCredential });
  return createRegistrationReader({ cloud, fetch: cloudFetch(cloud.graph), signIn, now });
}

/** Before the first start there is no database, and no profile but those that come along. It is only read, and never made. */
async function profilesIn({ dataFolder }: Configuration): Promise<ProfilesNow | undefined> {
  const file = join(dataFolder, 'latchkey.db');
  if (!existsSync(file)) return { all: profiles, inUse: [] };
  try {
    const engine = openSqlite(file);
    try {
      return await profilesNow(createStore(engine).read);
    } finally {
      await engine.close();
    }
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
