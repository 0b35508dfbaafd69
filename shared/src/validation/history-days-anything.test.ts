import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stretchesOf, worstOfDays } from './history-days.ts';
import { VerdictName } from './verdict.ts';

const hour = 3_600_000;
const day = 24 * hour;
const zero = Date.UTC(2026, 9, 1);
const starts = Array.from({ length: 10 }, (_, place) => zero + place * day);
const mostlyWorking = [...VerdictName.options, 'working', 'working', 'working', 'working', 'working'] as const;

test('no day is green without a proof that held in that day until its end, and none is that was told otherwise in it', () => {
  let green = 0;
  const any = fc.array(
    fc.record({ hours: fc.nat(10 * 24), verdict: fc.constantFrom(...mostlyWorking), valid: fc.nat(48) }),
    { maxLength: 14 },
  );
  fc.assert(
    fc.property(any, fc.integer({ min: 1, max: 10 * 24 }), (some, nowHours) => {
      const all = some.map(({ hours, verdict, valid }) => ({
        at: new Date(zero + hours * hour).toISOString(),
        verdict,
        validUntil: new Date(zero + (hours + valid) * hour).toISOString(),
      }));
      const now = zero + nowHours * hour;
      const began = starts.filter((start) => start < now);
      const bars = worstOfDays(stretchesOf(all, now), began, now);
      expect(bars.length).toBe(began.length);
      for (const [place, start] of began.entries()) {
        if (bars[place] !== 'working') continue;
        green += 1;
        const end = Math.min(start + day, now);
        const isIn = ({ at }: { at: string }) => Date.parse(at) >= start && Date.parse(at) < end;
        const proofs = all.filter(
          ({ at, verdict, validUntil }) =>
            verdict === 'working' && Date.parse(at) < end && Date.parse(validUntil) >= end,
        );
        expect(proofs.length).toBeGreaterThan(0);
        expect(all.filter((one) => isIn(one) && one.verdict !== 'working')).toEqual([]);
      }
    }),
    { numRuns: 1000 },
  );
  expect(green).toBeGreaterThan(200);
});
