import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';

/*
 * `npm run walk:check`: does not believe the walk. It shares no code with it: from `walk/evidence.json` it takes what is
 * claimed, and looks each claim up in the server's database (read-only) and in the practice tenant's own request log.
 */

interface Claim {
  readonly step: number;
  readonly audit: number;
  readonly action: string;
  readonly upstream: string;
  readonly tenantId: string;
  readonly account?: string;
  readonly permissions?: readonly string[];
}
interface Evidence {
  readonly tenantId: string;
  readonly database: string;
  readonly requestLog: string;
  readonly steps: readonly Claim[];
}
interface LoggedRequest {
  readonly service: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly requestId: string;
  readonly tenantId?: string | null;
  readonly account?: string | null;
  /** The grants that the answer showed; for a batch, those of all its parts. */
  readonly upstreamPermissions?: readonly { readonly value: string; readonly consentType: string }[];
  readonly batch?: readonly {
    readonly method: string;
    readonly url: string;
    readonly status: number;
    readonly requestId: string;
  }[];
}
interface Row {
  readonly action: string;
  readonly details: string;
  readonly tenantId: string | null;
}

/** What each step must stand on: the action on record, and what the practice tenant must have been asked. */
const expected: Readonly<Record<number, { readonly actions: readonly string[]; readonly asked: RegExp }>> = {
  1: { actions: ['invitation.created'], asked: /\/\.well-known\/openid-configuration/ },
  2: { actions: ['invitation.method_chosen'], asked: /\/\.well-known\/openid-configuration/ },
  3: { actions: ['invitation.link_shown'], asked: /\/\.well-known\/openid-configuration/ },
  4: { actions: ['consent.started'], asked: /\/oauth2\/v2\.0\/authorize/ },
  5: { actions: ['consent.signed_in'], asked: /\/oauth2\/v2\.0\/token/ },
  6: { actions: ['invitation.authentication_complete'], asked: /oauth2PermissionGrants/ },
  7: { actions: ['invitation.onboarded'], asked: /\/organization/ },
  8: { actions: ['permissions.checked'], asked: /oauth2PermissionGrants/ },
  9: { actions: ['connection.validated'], asked: /\/organization/ },
};

const folder = resolve(dirname(fileURLToPath(import.meta.url)), '../../../walk');
const faults: string[] = [];
const confirmed = { rows: 0, requests: 0, tenants: 0, accounts: 0, permissions: 0 };

function confirm(holds: boolean, kind: keyof typeof confirmed, fault: string): void {
  if (holds) confirmed[kind] += 1;
  else faults.push(fault);
}

function readEvidence(): Evidence {
  try {
    return JSON.parse(readFileSync(join(folder, 'evidence.json'), 'utf8')) as Evidence;
  } catch {
    console.error('There is no walk/evidence.json to check: run npm start -- --once first.');
    process.exit(1);
  }
}

const evidence = readEvidence();
const database = new DatabaseSync(join(folder, evidence.database), { readOnly: true });
const requests = readFileSync(join(folder, evidence.requestLog), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as LoggedRequest)
  .flatMap((request) => [request, ...(request.batch ?? []).map((part) => ({ ...request, ...part, path: part.url }))]);

for (const claim of evidence.steps) check(claim);
confirm(
  new Set(evidence.steps.map(({ audit }) => audit)).size === evidence.steps.length,
  'rows',
  'two steps claim the same audit row',
);

function check(claim: Claim): void {
  const rule = expected[claim.step];
  const row = database
    .prepare(
      'SELECT a.action AS action, a.details AS details, c.tenant_id AS tenantId FROM audit a LEFT JOIN customers c ON c.id = a.customer_id WHERE a.seq = ?',
    )
    .get(claim.audit) as Row | undefined;
  confirm(
    row !== undefined && row.action === claim.action && rule?.actions.includes(row.action) === true,
    'rows',
    `step ${claim.step}: audit row ${claim.audit} is ${row?.action ?? 'not there'}, claimed ${claim.action}`,
  );
  confirm(
    row?.tenantId === claim.tenantId && claim.tenantId === evidence.tenantId,
    'tenants',
    `step ${claim.step}: audit row ${claim.audit} is about tenant ${row?.tenantId ?? 'none'}`,
  );
  const asked = requests.filter(
    ({ requestId, path }) => requestId === claim.upstream && rule?.asked.test(path) === true,
  );
  confirm(
    asked.length === 1 && (asked[0]?.status ?? 500) < 400,
    'requests',
    `step ${claim.step}: the practice tenant knows ${asked.length} such requests of id ${claim.upstream}`,
  );
  const request = asked[0];
  if (request?.tenantId != null)
    confirm(
      request.tenantId === evidence.tenantId,
      'tenants',
      `step ${claim.step}: the request went to tenant ${request.tenantId}`,
    );
  if (claim.account !== undefined) checkAccount(claim, claim.account);
  if (claim.permissions !== undefined) checkPermissions(claim, claim.permissions);
}

/** The account stands in the server's connection, and the practice tenant let that very account in. */
function checkAccount({ step }: Claim, account: string): void {
  const row = database.prepare('SELECT account_username AS username FROM connections').get() as
    | { username: string }
    | undefined;
  const letIn = requests.some((request) => request.account === account && request.status < 400);
  confirm(
    row?.username === account && letIn,
    'accounts',
    `step ${step}: the connection is ${row?.username ?? 'nobody'}’s, claimed ${account}`,
  );
}

/** Each permission stands as granted in the newest validation, and the practice tenant itself answered with it. */
function checkPermissions({ step, upstream }: Claim, permissions: readonly string[]): void {
  const rows = database.prepare('SELECT permissions FROM validations ORDER BY at').all() as {
    permissions: string | null;
  }[];
  const lines = rows.flatMap(({ permissions: json }) =>
    json === null ? [] : (JSON.parse(json) as { value: string; finding: string }[]),
  );
  const tenantWide = (request: LoggedRequest) =>
    (request.upstreamPermissions ?? []).filter(({ consentType }) => consentType === 'AllPrincipals');
  const told = new Set(
    requests
      .filter(({ requestId }) => requestId === upstream)
      .flatMap(tenantWide)
      .map(({ value }) => value),
  );
  for (const permission of permissions) {
    const held = lines.some(
      ({ value, finding }) => value === permission && (finding === 'granted' || finding === 'surplus'),
    );
    confirm(
      held && told.has(permission),
      'permissions',
      `step ${step}: ${permission} is ${held ? 'held by the server' : 'not held by the server'}, ${told.has(permission) ? 'answered' : 'never answered'} by the practice tenant`,
    );
  }
}

for (const fault of faults) console.log(`not confirmed: ${fault}`);
const { rows, requests: ids, tenants, accounts, permissions } = confirmed;
console.log(
  `${evidence.steps.length} steps claimed; confirmed: ${rows} audit rows, ${ids} request ids, ${tenants} tenants, ${accounts} accounts, ${permissions} permissions; ${faults.length} not confirmed`,
);
process.exitCode = faults.length === 0 && evidence.steps.length === 9 ? 0 : 1;
