import { isDeepStrictEqual } from 'node:util';

/**
 * What stands in for vitest while mutants are tried: it collects the tests of a file, so that they can be run a thousand times in one
 * process. Only what the tests of the rules use; anything else is a fault that is seen at once.
 */
type Body = (...values: never[]) => unknown;
const collected: (() => unknown)[] = [];

export function takeCollected(): readonly (() => unknown)[] {
  return collected.splice(0);
}

export const test = Object.assign((_: string, body: Body) => void collected.push(body), {
  each: (rows: readonly unknown[]) => (_: string, body: Body) =>
    rows.forEach((row) => collected.push(() => body(...spread(row)))),
});

export const describe = Object.assign((_: string, body: () => void) => body(), {
  each: (rows: readonly unknown[]) => (_: string, body: Body) => rows.forEach((row) => body(...spread(row))),
});

const spread = (row: unknown): never[] => (Array.isArray(row) ? row : [row]) as never[];

class NotSo extends Error {}

const containing = Symbol('containing');
const isContaining = (value: unknown): value is { readonly [containing]: readonly unknown[] } =>
  typeof value === 'object' && value !== null && containing in value;

/** Equal, where `part` may leave out properties of objects. */
function matches(actual: unknown, expected: unknown, part: boolean): boolean {
  if (isContaining(expected))
    return (
      Array.isArray(actual) &&
      expected[containing].every((one) => actual.some((other) => isDeepStrictEqual(other, one)))
    );
  if (typeof expected !== 'object' || expected === null || !part) return isDeepStrictEqual(actual, expected);
  if (typeof actual !== 'object' || actual === null) return false;
  if (Array.isArray(expected) && (!Array.isArray(actual) || actual.length !== expected.length)) return false;
  return Object.entries(expected).every(([key, value]) =>
    matches((actual as Record<string, unknown>)[key], value, part),
  );
}

const assertions = (actual: unknown, wanted: boolean) => {
  const hold = (is: boolean): void => {
    if (is !== wanted) throw new NotSo();
  };
  return {
    toBe: (expected: unknown) => hold(Object.is(actual, expected)),
    toEqual: (expected: unknown) => hold(matches(actual, expected, false)),
    toMatchObject: (expected: unknown) => hold(matches(actual, expected, true)),
    toContain: (expected: unknown) => hold((actual as { includes(one: unknown): boolean }).includes(expected)),
    toBeNull: () => hold(actual === null),
    toBeGreaterThan: (least: number) => hold((actual as number) > least),
    toBeLessThan: (most: number) => hold((actual as number) < most),
  };
};

export const expect = Object.assign(
  (actual: unknown) => ({ ...assertions(actual, true), not: assertions(actual, false) }),
  { arrayContaining: (expected: readonly unknown[]) => ({ [containing]: expected }) },
);
