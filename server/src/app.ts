import type { Hono } from 'hono';
import { readConfiguration as readConfigurationEndpoint } from '@latchkey/shared/api/configuration';
import { originOf } from '@latchkey/shared/clouds/cloud';
import { ok } from '@latchkey/shared/result';
import { en } from '@latchkey/shared/words/en';
import { createChangeFeed, usualStreamLimits, type ChangeFeed, type StreamLimits } from './changes/change-feed.ts';
import { mountChanges } from './changes/change-routes.ts';
import type { Clock } from './clock.ts';
import type { ProviderConsole } from './config-files.ts';
import type { Configuration } from './config.ts';
import { createDomain } from './domain.ts';
import { mountHealth } from './health/health-routes.ts';
import { createMetrics } from './health/metrics.ts';
import type { Mount } from './http/call.ts';
import type { HttpEnvironment } from './http/context.ts';
import { fail } from './http/fail.ts';
import { createGuestKeeper } from './guests/guest-keeper.ts';
import { mountGuests } from './guests/guest-routes.ts';
import { createGuideCodes } from './guests/guide-codes.ts';
import { mountGuideChanges } from './guides/guide-routes.ts';
import { createHttp } from './http/create-http.ts';
import { createMount } from './http/mount.ts';
import { usualRateLimits, type RateLimits } from './http/rate-limits.ts';
import type { Refuses } from './http/refuse.ts';
import { describeFault, type Log } from './log/log.ts';
import { cloudFetch } from './microsoft/cloud-fetch.ts';
import { describeApi } from './openapi/describe-api.ts';
import { mountDocs } from './openapi/docs-routes.ts';
import { createAccessTokenVerifier } from './operators/access-token.ts';
import { mountAudit } from './audit/audit-routes.ts';
import { mountOperatorList } from './operators/operator-list-routes.ts';
import { mountOperators } from './operators/operator-routes.ts';
import { createSessionKeeper } from './operators/session-keeper.ts';
import type { Fingerprints } from './sealing/fingerprints.ts';
import type { LinkKeys } from './sealing/link-keys.ts';
import type { Sealer } from './sealing/sealer.ts';
import type { KeyValues } from './storage/key-value.ts';
import type { Store } from './storage/store.ts';
import { version } from './version.ts';
import { runWork, type Job } from './work/run-work.ts';

/** Everything that the application is made of, opened and ready. */
export interface Dependencies {
  readonly configuration: Configuration;
  /** Given the feed's wake-up, to be called after each commit that left an audit line. */
  readonly openStore: (onCommitted: () => void) => Store;
  readonly keyValues: KeyValues;
  readonly sealer: Sealer;
  readonly linkKeys: LinkKeys;
  readonly fingerprints: Fingerprints;
  readonly log: Log;
  readonly now: Clock;
  /** How Microsoft is reached; Node's own where nothing is said. */
  readonly fetch?: typeof globalThis.fetch;
  readonly limits?: RateLimits;
  readonly streamLimits?: StreamLimits;
}

export interface App {
  readonly http: Hono<HttpEnvironment>;
  readonly feed: ChangeFeed;
  /** Starts what runs beside the answers, each job as `arranged` says; gives what ends it. */
  startWork(arranged: (jobs: readonly Job[]) => readonly Job[]): () => Promise<void>;
}

/** Puts the application together. Nothing runs and nothing is asked until the first request. */
export function createApp(dependencies: Dependencies): App {
  const { configuration, keyValues, log, now } = dependencies;
  const limits = dependencies.limits ?? usualRateLimits;
  let wake = (): void => undefined;
  let refuse: Refuses = fail;
  const store = dependencies.openStore(() => wake());
  const sessions = createSessionKeeper({ sessions: keyValues.sessions, seen: keyValues.seen, now });
  const guests = createGuestKeeper({ guests: keyValues.guests, invitations: store.read.invitations, now });
  const feed = createChangeFeed({
    audit: store.read.audit,
    isLiving: async (session) => (await sessions.view(session)) !== undefined || (await guests.isLiving(session)),
    limits: dependencies.streamLimits ?? usualStreamLimits,
    log,
  });
  wake = () => feed.wake();
  const metrics = createMetrics(() => feed.size);

  const http = createHttp({
    words: en,
    log,
    trustedHops: configuration.trustedHops,
    isHttps: configuration.publicUrl.startsWith('https:'),
    extensionOrigins: configuration.extensionOrigins,
    limits,
    refuse: (c, code) => refuse(c, code),
    onDone: (about) => metrics.request(about),
  });
  const mount = createMount({
    app: http,
    sessions,
    guests,
    idempotency: { kept: store.read.idempotency, fingerprints: dependencies.fingerprints },
    tags: {
      latestSequence: () => store.read.audit.latestSequence(),
      generation: `${version} ${configuration.publicUrl}`,
    },
    limits,
    log,
    now,
  });

  mountHealth(http, { version, isReady: async () => (await store.read.audit.latestSequence()) >= 0, metrics });
  mountConfiguration(mount, configuration);
  mountOperators(mount, {
    tokens: tokensOf(configuration, now),
    sessions,
    store,
    endStreams: (session) => feed.endSession(session),
    log,
    now,
  });
  mountAudit(mount, { store, now });
  mountOperatorList(mount, {
    store,
    sessions,
    endStreams: (session) => feed.endSession(session),
    cloud: configuration.cloud,
    apiClientId: configuration.apiClientId,
    now,
  });
  mountChanges(mount, { audit: store.read.audit, feed });
  mountGuideChanges(mount, feed);
  mountGuests(mount, {
    codes: createGuideCodes({ store, now }),
    guests,
    store,
    providerName: configuration.providerName,
    appId: configuration.consentClientId,
    endStreams: (session) => feed.endSession(session),
    now,
  });
  const domain = createDomain({ ...dependencies, store, cache: keyValues.cache });
  domain.mountOn(mount);
  refuse = domain.refuse;
  http.route('/', domain.pages);
  const describe = () => describeApi({ title: en.product, version, publicUrl: configuration.publicUrl });
  mountDocs(http, { title: en.product, describe });
  const onFault = (kind: string, error: unknown) => log.event('work.failed', { kind, ...describeFault(error) });
  return { http, feed, startWork: (arranged) => runWork(arranged(domain.jobs), onFault) };
}

function tokensOf(configuration: Configuration, now: Clock) {
  const { cloud, apiClientId, extensionClientId, operatorTenants } = configuration;
  const fetchKeys = cloudFetch(cloud.login);
  return createAccessTokenVerifier({
    login: originOf(cloud.login, 'browser'),
    fetchKeys: (address) => fetchKeys(address),
    apiClientId,
    clients: [extensionClientId],
    tenants: operatorTenants,
    now,
  });
}

function mountConfiguration(mount: Mount, configuration: Configuration): void {
  const { providerName, providerConsole, cloud, apiClientId, extensionClientId, operatorTenants } = configuration;
  // One tenant is asked by its name: its registration need not be open to others, and nobody picks a wrong account.
  const authority = operatorTenants.length === 1 ? operatorTenants[0] : 'organizations';
  const portalHosts = [cloud.portal, cloud.entra].map((endpoint) => new URL(endpoint.browser).host);
  mount(readConfigurationEndpoint, () =>
    Promise.resolve(
      ok({
        providerName,
        version,
        cloud: { key: cloud.key, name: cloud.name, portalHosts },
        console: providerConsole === null ? null : consoleView(providerConsole),
        signIn: {
          authority: `${originOf(cloud.login, 'browser')}/${authority}`,
          clientId: extensionClientId,
          scope: `api://${apiClientId}/access_as_user`,
        },
      }),
    ),
  );
}

/** Without its examples: they are for whoever writes the file. */
const consoleView = ({ name, origin, addresses }: ProviderConsole) => ({
  name,
  origin,
  patterns: addresses.map(({ pattern }) => pattern),
});
