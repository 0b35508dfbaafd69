import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { extensionId } from '../../extension/src/extension-id.ts';
import { readConfiguration } from '../../server/src/config.ts';
import { findingsOf } from '../../server/src/registrations/check-registrations.ts';
import { Application } from '../../server/src/registrations/application.ts';
import { sampleConfiguration } from '../../server/src/registrations/registration-samples.ts';
import { microsoftClouds } from '../../shared/src/clouds/microsoft-clouds.ts';
import { resources } from '../../shared/src/permissions/profile.ts';
import { directRoutingDelegated, profiles } from '../../shared/src/permissions/profiles.ts';
import { deployment } from '../../shared/src/words/en/deployment.ts';
import { read } from './sources.ts';

/* docs/setup.md against the product: whoever follows it to the letter gets a deployment that starts, and that the check calls good. */

const text = read('docs/setup.md');
const known = Object.keys(deployment.meanings);
const named = new Set([...text.matchAll(/LATCHKEY_[A-Z_]+(?<!_)/g)].map(([name]) => name));

/** What stands between `<<MARK` and `MARK`, by the file that it is written to. */
const written = (mark: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...text.matchAll(new RegExp(`^cat > (\\S+) <<${mark}\\n([\\s\\S]*?)\\n${mark}$`, 'gm'))].map((match) => [
      match[1] ?? '',
      match[2] ?? '',
    ]),
  );

test('each variable that docs/setup.md names is one of the server', () => {
  // The family that is left out together is named by its beginning.
  expect([...named].filter((name) => !known.includes(name) && name !== 'LATCHKEY_MAIL')).toEqual([]);
});

test('each variable without which the server does not start stands there', () => {
  const without = readConfiguration({});
  const required = (without.ok ? [] : without.sentences).map((sentence) => sentence.split(' ')[0] ?? '');
  expect(required).toContain('LATCHKEY_PUBLIC_URL');
  expect(required.filter((name) => !named.has(name))).toEqual([]);
});

const guid = (digit: string): string => `${digit.repeat(8)}-0000-4000-8000-000000000000`;
const variables: Readonly<Record<string, string>> = {
  LATCHKEY_PUBLIC_URL: 'https://latchkey.northwindvoice.example',
  LATCHKEY_API_CLIENT_ID: guid('a'),
  LATCHKEY_EXTENSION_CLIENT_ID: guid('b'),
  LATCHKEY_CONSENT_CLIENT_ID: guid('c'),
  EXTENSION_ID: extensionId,
  TENANT: guid('d'),
  SCOPE: guid('e'),
  MSGRAPH: resources.graph,
};
/** An id for a name, as the functions of the document give one. */
const idOf = (name: string): string =>
  `00000000-0000-4000-8000-${createHash('sha256').update(name).digest('hex').slice(0, 12)}`;
/** As the shell would write it. */
const filled = (template: string): string =>
  template
    .replaceAll(/\$\((?:scope|role) ([\w.]+)\)/g, (_, name: string) => idOf(name))
    .replaceAll('$(id)', guid('f'))
    .replaceAll(/\$([A-Z_]+)/g, (whole, name: string) => variables[name] ?? whole);

test('the environment that it writes is one with which the server starts', () => {
  const [lines = ''] = Object.values(written('ENV'));
  const environment = Object.fromEntries(
    filled(lines)
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1).replaceAll('"', '')]),
  );
  const configured = readConfiguration(environment);
  // The certificate is on the machine of whoever follows it, and on no other.
  expect(configured.ok ? [] : configured.sentences).toEqual([
    expect.stringMatching(/^LATCHKEY_CONSENT_CERTIFICATE_FILE names a file that cannot be read/),
  ]);
});

test('the registrations that it makes are those that the check calls good', () => {
  const bodies = Object.fromEntries(
    Object.entries(written('JSON')).map(([file, body]) => [file, JSON.parse(filled(body)) as object]),
  );
  const made = (clientId: string, ...parts: readonly (object | undefined)[]) => {
    const none = { passwordCredentials: [], keyCredentials: [] };
    return { state: 'read', value: Application.parse(Object.assign({ appId: clientId, ...none }, ...parts)) } as const;
  };
  const values = directRoutingDelegated.permissions.map(({ value }) => value);
  const offered = ['User.Read', ...values].map((value) => ({ id: idOf(value), value }));
  const findings = findingsOf(
    {
      applications: {
        api: made(guid('a'), bodies['api.json'], bodies['api-address.json']),
        extension: made(guid('b'), bodies['extension.json']),
        consent: made(guid('c'), bodies['consent.json']),
      },
      resources: new Map([
        [
          resources.graph,
          { state: 'read', value: { appId: resources.graph, appRoles: [], oauth2PermissionScopes: offered } },
        ],
      ]),
      refusedBy: null,
    },
    {
      configuration: {
        ...sampleConfiguration,
        apiClientId: guid('a'),
        extensionClientId: guid('b'),
        consentClientId: guid('c'),
        extensionOrigins: [`chrome-extension://${extensionId}`],
      },
      profiles: { all: profiles, inUse: [directRoutingDelegated.id] },
      at: new Date('2026-11-26T12:00:00Z'),
    },
  );
  expect(findings.filter(({ standing }) => standing !== 'good').map(({ check }) => check)).toEqual([
    // Made by commands of their own, which no test can run.
    'credential',
    'publisher',
  ]);
});

test('its clouds are the product’s, each with its Graph', () => {
  for (const { key, graph } of microsoftClouds)
    expect(text).toMatch(new RegExp(`\`${graph.browser.replaceAll('.', String.raw`\.`)}\` +\\| \`${key}\``));
});

test('each command of ours in it is one', () => {
  const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> };
  const run = [...text.matchAll(/npm run ([\w-]+)/g)].map((match) => match[1] ?? '');
  expect(run.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  const files = [...text.matchAll(/server\/src\/[\w-]+\.ts/g)].map(([path]) => path);
  expect(files.filter((path) => read(path) === '')).toEqual([]);
});
