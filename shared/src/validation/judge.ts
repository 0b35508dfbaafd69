import { checkPermissions } from '../permissions/check.ts';
import type { PermissionProfile } from '../permissions/profile.ts';
import { checksOf } from './checks.ts';
import { findings, type Fault } from './findings.ts';
import type { Observations } from './observation.ts';
import { precedence, type EvidenceLevel, type Verdict } from './verdict.ts';

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
): Verdict {
  const lines = seen.grants.state === 'read' ? checkPermissions(profile, seen.grants.granted) : undefined;
  const settlingUntil = settlingEnd(seen, settings);
  const faults = findings(seen, lines).map((fault) => settle(fault, settlingUntil !== null));
  const checks = checksOf(seen, lines);
  const worst = precedence.flatMap((verdict) => faults.filter((fault) => fault.verdict === verdict))[0];
  const chosen = worst ?? (checks.every(({ result }) => result === 'passed') ? allProved : nothingProved);
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

const allProved: Fault = {
  verdict: 'working',
  cause: 'all_proved',
  owner: 'nobody',
  evidence: 'probe',
  propagates: false,
};

/** No fault was found, and yet not everything passed: a rule is missing here, so nothing is said for the connection. */
const nothingProved: Fault = {
  verdict: 'unknown',
  cause: 'never_validated',
  owner: 'provider',
  evidence: 'none',
  propagates: false,
};

/** A failure that replication explains is too early to judge while the consent change is young. Never a wrong tenant. */
const settle = (fault: Fault, young: boolean): Fault =>
  young && fault.propagates ? { ...fault, verdict: 'settling', cause: 'propagation' } : fault;

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

function identifiers({ token, organization, grants, registration }: Observations) {
  const refused = token.state === 'refused' ? token : undefined;
  const graph = [grants, organization, registration].find((seen) => seen.state === 'refused');
  const ids = [organization, grants, registration, token].flatMap((seen) =>
    'requestId' in seen && seen.requestId !== null ? [seen.requestId] : [],
  );
  return {
    code:
      refused !== undefined
        ? refused.aadsts === null
          ? refused.error
          : `AADSTS${refused.aadsts}`
        : (graph?.code ?? null),
    correlationId: refused?.correlationId ?? null,
    requestId: graph?.requestId ?? refused?.requestId ?? ids[0] ?? null,
  };
}
