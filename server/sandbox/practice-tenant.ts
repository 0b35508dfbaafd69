import type { Arguments } from './arguments.ts';
import { consoleHost } from './console/console-host.ts';
import { consoleService } from './console/console-service.ts';
import { graphService } from './graph/graph-service.ts';
import { makeClientCertificate } from './keys/client-certificate.ts';
import { makeSigningKeys } from './keys/signing-keys.ts';
import { makeTlsCertificate } from './keys/tls-certificate.ts';
import { Hono } from 'hono';
import type { Env } from './log/logged.ts';
import { mailHost } from './mail/mail-host.ts';
import { mailboxService } from './mail/mailbox-service.ts';
import { serveSmtp } from './mail/smtp-service.ts';
import { openRequestLog, type RequestLog } from './log/request-log.ts';
import { oracleService } from './oracle/oracle-service.ts';
import { bladeService } from './portal/blade-service.ts';
import { dataService } from './portal/data-service.ts';
import { bladeHosts, dataHost, portalHosts } from './portal/hosts.ts';
import { requestsService } from './consent-requests/requests-service.ts';
import { portalService } from './portal/portal-service.ts';
import { serveHosts, servePlain } from './servers.ts';
import { signInService } from './sign-in/sign-in-service.ts';
import { filesIn, writeFiles, writeSecret } from './situation-files.ts';
import { teamsAdminHost, teamsAdminService } from './teams-admin/teams-admin-service.ts';
import { openWorld, type World } from './world/world.ts';

const hosts = [
  'login.microsoftonline.com',
  ...portalHosts,
  ...bladeHosts,
  dataHost,
  'graph.microsoft.com',
  teamsAdminHost,
  consoleHost,
  mailHost,
];

/** What the one line says that is printed when everything listens. */
export interface Ready {
  readonly ready: true;
  readonly login: string;
  readonly graph: string;
  readonly oracle: string;
  readonly tlsPort: number;
  readonly spki: string;
  readonly hosts: readonly string[];
  readonly cloudsFile: string;
  readonly consoleFile: string;
  readonly consoleHost: string;
  /** Where its mail server listens, as host and port. */
  readonly smtp: string;
  readonly mailHost: string;
  readonly situationFile: string;
  readonly requestLog: string;
}

/** A practice tenant that runs. */
export interface PracticeTenant {
  readonly ready: Ready;
  stop(): Promise<void>;
}

/** One host of the portal: its pages, and the reviewers' queue. */
const portalHost = (world: World, log: RequestLog, host: string) =>
  new Hono<Env>().route('/', requestsService(world, log, host)).route('/', portalService(world, log, host));

const plainOrigin = (port: number): string => `http://127.0.0.1:${port}`;

/** Starts a practice tenant and writes its files. */
export async function startPracticeTenant(start: Arguments): Promise<PracticeTenant> {
  const { apiOrigin, extensionId, callbackPaths, situation, seed, lie, blades, ports } = start;
  const [keys, tls, certificate] = await Promise.all([
    makeSigningKeys(),
    makeTlsCertificate(hosts),
    situation.certificate && makeClientCertificate(situation.certificate.endsInDays),
  ]);
  const addressed = { apiOrigin, extensionId, callbackPaths };
  const world = openWorld({ seed, situation, lie, blades, certificate, addresses: addressed }, keys);
  const files = filesIn(start.dir);
  const log = openRequestLog(files.requestLog);
  const signIn = signInService(world, log);
  const graph = graphService(world, log);
  const teamsAdmin = teamsAdminService(world, log);
  const portals = portalHosts.map((host) => [host, portalHost(world, log, host)] as const);
  const frames = bladeHosts.map((host) => [host, bladeService(world, log, host)] as const);
  const services = {
    'login.microsoftonline.com': signIn,
    'graph.microsoft.com': graph,
    [teamsAdminHost]: teamsAdmin,
    [consoleHost]: consoleService(world, log),
    [mailHost]: mailboxService(world),
    ...Object.fromEntries([...portals, ...frames]),
    [dataHost]: dataService(world, log),
  };
  const [loginServer, graphServer, oracleServer, tlsServer, smtpServer] = await Promise.all([
    servePlain(signIn, ports.login),
    // Both behind one socket: their paths have nothing in common.
    servePlain(new Hono<Env>().route('/', teamsAdmin).route('/', graph), ports.graph),
    servePlain(
      oracleService(world, log, (value) => writeSecret(files, value)),
      ports.oracle,
    ),
    serveHosts(services, tls, ports.tls),
    serveSmtp(() => world.state.mailbox, ports.smtp),
  ]);
  const addresses = { login: plainOrigin(loginServer.port), graph: plainOrigin(graphServer.port) };
  writeFiles(world, files, addresses);
  return {
    ready: {
      ready: true,
      ...addresses,
      oracle: plainOrigin(oracleServer.port),
      tlsPort: tlsServer.port,
      spki: tls.spki,
      hosts,
      cloudsFile: files.clouds,
      consoleFile: files.console,
      consoleHost,
      smtp: `127.0.0.1:${smtpServer.port}`,
      mailHost,
      situationFile: files.situation,
      requestLog: files.requestLog,
    },
    async stop() {
      await Promise.all(
        [loginServer, graphServer, oracleServer, tlsServer, smtpServer].map((server) => server.close()),
      );
      log.close();
    },
  };
}
