import type { Claim } from './evidence.ts';
import type { LoggedRequest, Records, Row } from './records.ts';
import type { Rule } from './rules.ts';

export const kinds = ['audit rows', 'request ids', 'tenants', 'accounts', 'permissions'] as const;
export type Kind = (typeof kinds)[number];

/** One thing that was looked up: what kind it is of, and, where it does not hold, what was found instead. */
export interface Finding {
  readonly kind: Kind;
  readonly fault: string | undefined;
}

const finding = (holds: boolean, kind: Kind, fault: string): Finding => ({ kind, fault: holds ? undefined : fault });

/** Looks up everything that is claimed of one step, and demands what a step of its kind has to claim. */
export function confirmStep(
  claim: Claim,
  tenantId: string,
  ways: readonly Rule[],
  records: Records,
): readonly Finding[] {
  const row = records.rows.find(({ seq }) => seq === claim.audit);
  const rule = ways.find(({ action }) => action === row?.action);
  if (row === undefined || rule === undefined || row.action !== claim.action)
    return [
      finding(
        false,
        'audit rows',
        `audit row ${claim.audit} is ${row?.action ?? 'not there'}, claimed ${claim.action}`,
      ),
    ];
  if (rule.sealed === true) return keptAndNotSent(claim, tenantId, row, records);
  const asked = records.requests.filter(({ requestId }) => requestId === claim.upstream);
  const request = asked.length === 1 ? asked[0] : undefined;
  return [
    finding(true, 'audit rows', ''),
    ...(rule.working === undefined ? [] : [worksByProbe(row)]),
    ...tenantOf(claim, tenantId, row, request),
    requestFits(claim, rule, row, request, records),
    ...(rule.account === undefined ? [] : [accountOf(claim, rule, row, request, records)]),
    ...(rule.permissions === undefined ? [] : permissionsOf(claim, row, records)),
  ];
}

function keptAndNotSent(
  claim: Claim,
  tenantId: string,
  row: Row,
  { requests, sealedPassword, typedPassword }: Records,
): Finding[] {
  const tried = requests.filter(({ grantType }) => grantType === 'password').length;
  return [
    finding(true, 'audit rows', ''),
    finding(row.tenantId === tenantId, 'tenants', `audit row ${row.seq} is about tenant ${row.tenantId ?? 'none'}`),
    finding(sealedPassword?.split('.').length === 5, 'accounts', 'no sealed password is kept'),
    finding(
      typedPassword?.files.length === 0,
      'accounts',
      `the typed password stands in ${typedPassword?.files.join(', ') ?? 'files that nobody searched'}`,
    ),
    finding(
      typedPassword?.control.some((file) => /latchkey\.db(?:-wal)?$/.test(file)) === true,
      'accounts',
      'the search does not find the account’s name in the database: it would find no password either',
    ),
    finding(
      claim.upstream === 'none' && tried === 0,
      'request ids',
      `the password was sent to Microsoft ${tried} times`,
    ),
  ];
}

const worksByProbe = ({ seq, details }: Row): Finding =>
  finding(
    details.verdict === 'working' && details.evidence === 'probe',
    'audit rows',
    `audit row ${seq} says ${details.verdict}, by ${details.evidence}`,
  );

function tenantOf(claim: Claim, tenantId: string, row: Row, request: LoggedRequest | undefined): readonly Finding[] {
  const told = row.details.tenantId;
  return [
    finding(
      claim.tenantId === tenantId,
      'tenants',
      `tenant ${claim.tenantId} is claimed, and the walk’s is ${tenantId}`,
    ),
    finding(row.tenantId === tenantId, 'tenants', `audit row ${row.seq} is about tenant ${row.tenantId ?? 'none'}`),
    finding(told === undefined || told === tenantId, 'tenants', `audit row ${row.seq} tells of tenant ${told}`),
    finding(request?.tenantId === tenantId, 'tenants', `the request went to tenant ${request?.tenantId ?? 'none'}`),
  ];
}

/** It is the request that this very row stands on; or, where a browser asked, one between the start and the answer. */
function requestFits(
  { upstream }: Claim,
  { asked, named }: Rule,
  row: Row,
  request: LoggedRequest | undefined,
  { rows }: Records,
): Finding {
  if (request === undefined || !asked.test(request.path) || request.status >= 400)
    return finding(false, 'request ids', `the practice tenant knows no such request of id ${upstream}`);
  if (named !== undefined) {
    const calls = row.details.upstream ?? [];
    const inRow = calls.some(({ what, requestId }) => requestId === upstream && named.test(what));
    return finding(inRow, 'request ids', `audit row ${row.seq} does not stand on the request ${upstream}`);
  }
  const same = rows.filter(({ invitationId }) => invitationId === row.invitationId);
  const start = same.findLast(({ action, seq }) => action === 'consent.started' && seq <= row.seq);
  const answer = same.find(({ action, seq }) => action === 'consent.answered' && seq > (start?.seq ?? row.seq));
  const after = start !== undefined && request.at >= start.at;
  // Whom Microsoft keeps on its own page never answers.
  const before = answer === undefined || request.at <= answer.at;
  return finding(after && before, 'request ids', `the request ${upstream} is not between the start and its answer`);
}

function accountOf(
  { account }: Claim,
  rule: Rule,
  row: Row,
  request: LoggedRequest | undefined,
  records: Records,
): Finding {
  const acted = {
    'signed in': () => [row.details.username, request?.account, records.connectedAs],
    declined: () => [request?.account, whoDeclined(row, request, records)],
    'at the portal': () => [records.connectedAs, whoOpenedThePortal(row, records, account)],
  }[rule.account ?? 'signed in']();
  return finding(
    account !== undefined && acted.every((who) => who === account),
    'accounts',
    `the account is ${acted.map((who) => who ?? 'nobody').join(', ')}; claimed ${account ?? 'nobody'}`,
  );
}

/** Microsoft's refusal, which the row knows by its correlation id, was the answer to somebody who had signed in. */
const whoDeclined = ({ details }: Row, signIn: LoggedRequest | undefined, { requests }: Records): string | undefined =>
  requests.find(
    ({ path, correlationId, clientId, error }) =>
      path.endsWith('/sign-in/consent') &&
      correlationId === details.correlationId &&
      clientId === signIn?.clientId &&
      error === `AADSTS${details.aadsts}`,
  )?.account;

/** Who read the registration in the portal once the service was there: the grants are read while they look. */
function whoOpenedThePortal(row: Row, { rows, requests }: Records, claimed: string | undefined): string | undefined {
  const since = rows.findLast(({ action, seq }) => action === 'invitation.onboarded' && seq < row.seq)?.at;
  return requests.find(
    ({ service, at, account, tenantId, path, status }) =>
      service === 'portal' &&
      since !== undefined &&
      at >= since &&
      account === claimed &&
      tenantId === row.tenantId &&
      path.startsWith('/api/applications/') &&
      status < 400,
  )?.account;
}

/** Claimed are those that this very row found granted, no more and no less; and the practice tenant itself answered with each. */
function permissionsOf({ permissions = [] }: Claim, { seq, details }: Row, { requests }: Records): readonly Finding[] {
  const lines = details.permissions ?? [];
  const granted = lines.flatMap(({ value, finding: found }) => (found === 'granted' ? [value] : []));
  const lacking = lines.filter(({ value, required }) => required && !granted.includes(value));
  const read = details.upstream?.find(({ what }) => what === 'graph: oauth2PermissionGrants')?.requestId;
  const answered = requests
    .filter(({ requestId }) => requestId === read)
    .flatMap(({ upstreamPermissions }) => upstreamPermissions ?? [])
    .flatMap(({ value, consentType }) => (consentType === 'AllPrincipals' ? [value] : []));
  const concealed = granted.filter((value) => !permissions.includes(value));
  return [
    finding(
      lines.some(({ required }) => required) && lacking.length === 0,
      'permissions',
      `audit row ${seq} does not find granted ${lacking.map(({ value }) => value).join(', ') || 'anything required'}`,
    ),
    ...concealed.map((value) => finding(false, 'permissions', `audit row ${seq} found ${value}, which is not claimed`)),
    finding(new Set(permissions).size === permissions.length, 'permissions', 'a permission is claimed twice'),
    ...permissions.map((value) =>
      finding(
        granted.includes(value) && answered.includes(value),
        'permissions',
        `${value} is ${granted.includes(value) ? '' : 'not '}granted by audit row ${seq}, ${answered.includes(value) ? 'answered' : 'never answered'} by the practice tenant`,
      ),
    ),
  ];
}
