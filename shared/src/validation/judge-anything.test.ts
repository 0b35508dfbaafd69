import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkPermissions } from '../permissions/check.ts';
import { resources } from '../permissions/profile.ts';
import { directRoutingDelegated as profile } from '../permissions/profiles.ts';
import { anySeen } from './any-observations-samples.ts';
import { defaultJudgeSettings, judge } from './judge.ts';
import { pinned } from './observation-samples.ts';
import type { Observations } from './observation.ts';
import { Verdict } from './verdict.ts';

const { graph } = resources;

/** The proof, said once more without the rules that are tested: product, "Verdicts of a connection". */
function isProved(seen: Observations): boolean {
  const { token, organization, registration, grants, resources, roles, consentChangedAt } = seen;
  if (token.state !== 'issued' || organization.state !== 'read') return false;
  if (registration.state !== 'read' || grants.state !== 'read') return false;
  if (resources.state !== 'read' || roles.state !== 'read') return false;
  if (seen.users.state !== 'read' || seen.teams.state !== 'read') return false;
  if (token.receivedAt === null) return false;
  const newest = consentChangedAt === null ? -Infinity : Date.parse(consentChangedAt);
  const isFresh =
    consentChangedAt === null ||
    (Date.parse(token.receivedAt) >= newest &&
      (token.issuedAt === null || Date.parse(token.issuedAt) >= newest - 7 * 60_000));
  return (
    isFresh &&
    organization.tenantId.toLowerCase() === pinned &&
    (token.tenantId === null || token.tenantId.toLowerCase() === pinned) &&
    registration.enabled &&
    registration.disabledByMicrosoft === null &&
    resources.resources.find(({ appId }) => appId === graph)?.standing === 'enabled' &&
    roles.active.some((role) => profile.directoryRoles.some((enough) => enough === role)) &&
    checkPermissions(profile, grants.granted)
      .filter(({ required }) => required)
      .every(({ finding }) => finding === 'granted')
  );
}

/** What takes nothing away from the proof, and something from the future. */
function isAtRisk({ grants, credentials, at }: Observations): boolean {
  const { client, refreshToken, password } = credentials;
  const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;
  return (
    (grants.state === 'read' &&
      checkPermissions(profile, grants.granted).some(({ finding }) => finding === 'surplus')) ||
    (client !== null && !(days(at, client.expiresAt) > 60)) ||
    (refreshToken !== null && !(days(refreshToken.issuedAt, at) < 60)) ||
    (password !== null && (!password.needed || password.provedAt === null || !(days(password.provedAt, at) <= 90)))
  );
}

describe('whatever was observed', () => {
  test('working and degraded imply every proof', () => {
    let green = 0;
    fc.assert(
      fc.property(anySeen, (seen) => {
        const { verdict, evidence, checks } = judge(seen, profile);
        if (verdict !== 'working' && verdict !== 'degraded') return;
        green += 1;
        expect(isProved(seen)).toBe(true);
        expect(evidence).toBe('probe');
        const passed = checks.filter(({ result }) => result === 'passed').map(({ id }) => id);
        expect(passed).toEqual(expect.arrayContaining(['token', 'tenant', 'registration', 'permissions', 'live_read']));
      }),
      { numRuns: 20_000 },
    );
    // The property would hold of a judge that never says yes. About fifty are expected: far from what chance could miss.
    expect(green).toBeGreaterThan(5);
  });

  test('every proof, and nothing beyond what was asked, is working', () => {
    fc.assert(
      fc.property(anySeen, (seen) => {
        if (!isProved(seen)) return;
        expect(judge(seen, profile).verdict).toBe(isAtRisk(seen) ? 'degraded' : 'working');
      }),
      { numRuns: 5000 },
    );
  });

  test('a verdict is of the shape that is sent, and says until when it may be believed', () => {
    fc.assert(
      fc.property(anySeen, (seen) => {
        const verdict = judge(seen, profile);
        expect(Verdict.safeParse(verdict).success).toBe(true);
        expect(Date.parse(verdict.validUntil) - Date.parse(seen.at)).toBe(defaultJudgeSettings.validMs);
      }),
    );
  });

  test('settling ends: no verdict settles past its window', () => {
    fc.assert(
      fc.property(anySeen, (seen) => {
        const { verdict, settlingUntil } = judge(seen, profile);
        expect(settlingUntil !== null).toBe(verdict === 'settling');
        if (settlingUntil !== null) expect(Date.parse(seen.at)).toBeLessThan(Date.parse(settlingUntil));
      }),
    );
  });
});
