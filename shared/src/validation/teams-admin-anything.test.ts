import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anySeen, anyToken, mostly } from './any-observations-samples.ts';
import { judge } from './judge.ts';
import { changed, notTried, pinned } from './observation-samples.ts';
import { good, profile, read } from './teams-admin-samples.ts';

test('whatever was observed: green implies its token, young and of that tenant, and its read', () => {
  const anyOfTeams = fc.record({
    teamsAdminToken: fc.oneof({ arbitrary: anyToken, weight: 6 }, fc.constant(notTried)),
    teamsAdmin: mostly(fc.constant(read)),
  });
  const mostlyGood = fc.oneof({ arbitrary: fc.constant(good), weight: 3 }, anySeen);
  let green = 0;
  fc.assert(
    fc.property(mostlyGood, anyOfTeams, (seen, ofTeams) => {
      const verdict = judge({ ...seen, ...ofTeams }, profile);
      if (verdict.verdict !== 'working' && verdict.verdict !== 'degraded') return;
      green += 1;
      const { teamsAdminToken: own, teamsAdmin } = ofTeams;
      if (own.state !== 'issued') throw new Error(`green by a token that was ${own.state}`);
      expect(teamsAdmin.state).toBe('read');
      expect(own.tenantId?.toLowerCase() ?? pinned).toBe(pinned);
      if (seen.consentChangedAt !== null)
        expect(Date.parse(own.receivedAt!)).toBeGreaterThanOrEqual(Date.parse(changed));
      expect(own.receivedAt).not.toBeNull();
    }),
    { numRuns: 3000 },
  );
  expect(green).toBeGreaterThan(5);
});
