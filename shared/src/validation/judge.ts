import { checkPermissions, type PermissionLine } from '../permissions/check.ts';
import type { PermissionProfile } from '../permissions/profile.ts';
import { checksOf, tokenCode } from './checks.ts';
import { fault, type Fault } from './fault.ts';
import { findings } from './findings.ts';
import type { Observations } from './observation.ts';
import { absentIn } from './resource-faults.ts';
import { precedence } from './precedence.ts';
import type { Check, EvidenceLevel, Verdict } from './verdict.ts';

export interface JudgeSettings {
  /** How long after a consent change a failure may be Microsoft's replication. */
  readonly settlingMs: number;
  /** How long a verdict may be believed. */
  readonly validMs: number;
}

export const defaultJudgeSettings: JudgeSettings = { settlingMs: 15 * 60_000, validMs: 36 * 3_600_000 };

/**
 * Says what is true about a connection, from what was observed and from nothing else: no clock, no I/O.
 * `working` needs every proof; each absent or contradicting one takes it away.
 */
export function judge(
  seen: Observations,
  profile: PermissionProfile,
  settings: JudgeSettings = defaultJudgeSettings,
  /** The newest version of the profile, where the connection was approved by an older one. */
  newest: PermissionProfile = profile,
): Verdict {
  const lines = linesOf(seen, profile);
  const settlingUntil = settlingEnd(seen, settings);
  const faults = findings(seen, profile, lines, newest).map((one) => settle(one, settlingUntil !== null));
  const checks = checksOf(seen, profile, lines);
  const worst = precedence.flatMap((verdict) => faults.filter((one) => one.verdict === verdict))[0];
  const chosen = worst ?? (isProved(checks) ? allProved : nothingProved);
  return {
    verdict: chosen.verdict,
    cause: chosen.cause,
    owner: chosen.verdict === 'settling' ? 'microsoft' : chosen.owner,
    evidence: weaker(chosen.evidence, reached(seen)),
    checks: [...checks],
    at: seen.at,
    settlingUntil: chosen.verdict === 'settling' ? settlingUntil : null,
    validUntil: new Date(Date.parse(seen.at) + settings.validMs).toISOString(),
    ...identifiers(seen),
  };
}

/** The permission lines of a run; undefined where the grants were not read. */
export const linesOf = (
  { grants, resources }: Pick<Observations, 'grants' | 'resources'>,
  profile: PermissionProfile,
): readonly PermissionLine[] | undefined =>
  grants.state === 'read' ? checkPermissions(profile, grants.granted, absentIn(resources)) : undefined;

const allProved = fault('working', 'all_proved', 'nobody', 'probe');

/** No fault was found, and yet not everything passed: a rule is missing here, so nothing is said for the connection. */
const nothingProved = fault('unknown', 'never_validated', 'provider', 'none');

/** Without each of these nothing is proved; the others may be skipped where there is nothing of their kind. */
const indispensable: readonly Check['id'][] = ['token', 'tenant', 'registration', 'permissions', 'live_read'];

const isProved = (checks: readonly Check[]): boolean =>
  checks.every(({ id, result }) => result === 'passed' || (result === 'skipped' && !indispensable.includes(id)));

/** A failure that replication explains is too early to judge while the consent change is young. Never a wrong tenant. */
const settle = (one: Fault, young: boolean): Fault =>
  young && one.propagates ? { ...one, verdict: 'settling', cause: 'propagation' } : one;

function settlingEnd({ consentChangedAt, at }: Observations, { settlingMs }: JudgeSettings): string | null {
  if (consentChangedAt === null) return null;
  const end = Date.parse(consentChangedAt) + settlingMs;
  return Date.parse(at) < end ? new Date(end).toISOString() : null;
}

const ladder: readonly EvidenceLevel[] = ['none', 'redirect', 'token', 'grants', 'probe'];
const weaker = (one: EvidenceLevel, other: EvidenceLevel): EvidenceLevel =>
  ladder.indexOf(one) <= ladder.indexOf(other) ? one : other;

/** The highest rung that this run itself reached: each stands on the one below. */
function reached({ token, grants, organization }: Observations): EvidenceLevel {
  if (token.state !== 'issued') return 'none';
  if (grants.state !== 'read') return 'token';
  return organization.state === 'read' ? 'probe' : 'grants';
}

function identifiers(seen: Observations) {
  const { token, organization, grants, registration, resources, roles, users, teams, teamsAdminToken, teamsAdmin } =
    seen;
  const answers = [grants, organization, registration, resources, roles, users, teams, teamsAdmin];
  const refused = [token, teamsAdminToken].find((one) => one.state === 'refused');
  const graph = answers.find((answer) => answer.state === 'refused');
  const ids = [organization, ...answers, token].flatMap((answer) =>
    'requestId' in answer && answer.requestId !== null ? [answer.requestId] : [],
  );
  return {
    code: refused === undefined ? (graph?.code ?? null) : tokenCode(refused),
    correlationId: refused?.correlationId ?? null,
    requestId: graph?.requestId ?? refused?.requestId ?? ids[0] ?? null,
  };
}
