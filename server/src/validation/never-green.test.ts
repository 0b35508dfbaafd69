import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { openBench, type Harms } from '../testing/harm/bench.ts';
import { both, everyHarm, harmless, nameOf, unharmed, type Harm } from '../testing/harm/harms.ts';
import { allOr } from '../testing/thorough.ts';
import type { Judged } from './observe.ts';

let bench: Awaited<ReturnType<typeof openBench>>;
/** Those that change something, each with the name by which it is known. */
let harms: readonly (readonly [string, Harm])[];
/** Whether anything is left of a harm: what turns something around does nothing when it is done twice. */
let changes: (harm: Harms) => boolean;
beforeAll(async () => {
  bench = await openBench();
  const { calls, secrets } = await bench.validate(unharmed);
  changes = (harm) =>
    calls.some((call) => {
      const harmed = answered(() => harm(call, secrets));
      return harmed instanceof Error || JSON.stringify(harmed) !== JSON.stringify(unharmed(call, secrets));
    });
  harms = everyHarm.filter((one) => changes(one.harms)).map((harm) => [nameOf(harm), harm]);
});

/** Of two harms the second may find nothing that it could harm: then the call ends with an error, as it does on the line. */
function answered<Value>(answer: () => Value): Value | Error {
  try {
    return answer();
  } catch (error) {
    return error instanceof Error ? error : new Error('harmed beyond reading');
  }
}

/** Other pairs each time. A suite of minutes has room for these; the verdict's own trial takes 5,000 (CONTRIBUTING.md). */
const pairs = allOr(5000, 100);

const isGreen = ({ verdict: { verdict } }: Judged): boolean => verdict === 'working' || verdict === 'degraded';

/** What came out, or what was thrown; and whether a secret is in it. */
async function run(harm: Harms, consentChangedAt: string | null) {
  const { judged, secrets } = await bench.validate(harm, { consentChangedAt });
  const text = JSON.stringify(judged);
  return { judged, leaked: secrets.some((secret) => text.includes(secret) || text.includes(btoa(secret))) };
}

describe('a validation', () => {
  test('of which nothing is harmed is working, each time, whether the consent is young or old', async () => {
    for (const consentChangedAt of [null, bench.before])
      for (let turn = 0; turn < 10; turn += 1) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other, as they happen
        const { judged } = await bench.validate(unharmed, { source: 'live', consentChangedAt });
        expect(judged.verdict).toMatchObject({ verdict: 'working', cause: 'all_proved', evidence: 'probe' });
      }
  });

  test('meets at least 25 kinds of fault at each of its calls, of every sort', () => {
    const places = Map.groupBy(harms, ([, { at }]) => at);
    expect([...places.keys()]).toEqual([
      'token',
      'token for Teams',
      'Teams administration',
      'batch',
      'batch of resources',
      'organization',
      'servicePrincipal',
      'oauth2PermissionGrants',
      'appRoleAssignments',
      'roles',
      'users',
      'teams',
      'resource',
      'offered',
    ]);
    for (const [at, here] of places) {
      const kinds = here.filter(([name]) => !Object.hasOwn(harmless, name));
      expect(kinds.length, at).toBeGreaterThanOrEqual(25);
      expect(new Set(kinds.map(([, { kind }]) => kind)).size, at).toBeGreaterThanOrEqual(5);
    }
  });

  test('is not working, not at risk, and leaks nothing, whatever one answer is', async () => {
    const green: string[] = [];
    const leaking: string[] = [];
    for (const [name, harm] of harms) {
      // oxlint-disable-next-line no-await-in-loop -- the cases share one practice tenant
      const { judged, leaked } = await run(harm.harms, null);
      if (isGreen(judged) !== Object.hasOwn(harmless, name)) green.push(`${name}: ${judged.verdict.verdict}`);
      if (leaked) leaking.push(name);
    }
    expect({ green, leaking }).toEqual({ green: [], leaking: [] });
  }, 300_000);

  test('is not working, not at risk, and leaks nothing, whatever two answers are', async () => {
    const harmful = harms.filter(([name]) => !Object.hasOwn(harmless, name));
    const one = fc.constantFrom(...harmful);
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(one, one, fc.constantFrom(null, bench.before), async ([, first], [, second], changed) => {
        const harm = both(first.harms, second.harms);
        fc.pre(changes(harm));
        runs += 1;
        const { judged, leaked } = await run(harm, changed);
        expect({ green: isGreen(judged), leaked }).toEqual({ green: false, leaked: false });
      }),
      { numRuns: pairs, verbose: 0 },
    );
    expect(runs).toBeGreaterThanOrEqual(pairs);
  }, 600_000);
});
