import type { Cause, Verdict } from '@latchkey/shared/validation/verdict';
import type { Seen } from './act.ts';
import type { Expected } from './expected.ts';

/** What was expected against what came out. */
export interface Compared {
  readonly isAsExpected: boolean;
  /** The cause is named, and no other thing could be meant. */
  readonly isExact: boolean;
  /** Green was said where green was not to be said. */
  readonly isFalseGreen: boolean;
  readonly expected: string;
  readonly got: string;
}

/** Causes that name nothing that somebody could put right: it is proved, it is not known, or nobody answered. */
const vague: readonly Cause[] = [
  'all_proved',
  'never_validated',
  'token_refused',
  'token_not_fresh',
  'roles_unreadable',
  'workload_unreadable',
  'grants_unreadable',
  'organization_unreadable',
  'propagation',
  'throttled',
  'no_network',
  'too_old',
];

const isGreen = ({ verdict }: Pick<Verdict, 'verdict'>): boolean => verdict === 'working' || verdict === 'degraded';

/** The same in a row stands once. */
const inARow = (causes: readonly Cause[]): readonly Cause[] => causes.filter((cause, at) => cause !== causes[at - 1]);

export function compare(expected: Expected, { said, isComplete }: Seen): Compared {
  const last = said.at(-1);
  if (last === undefined) throw new Error('nothing was said');
  const before = expected.before ?? (expected.watch === true ? [] : ['all_proved' as const]);
  const way = [...before, expected.cause];
  const got = inARow(said.map(({ cause }) => cause));
  const mayBeGreen = (cause: Cause): boolean =>
    cause === 'all_proved' ? way.includes(cause) : cause === expected.cause && isGreen(expected);
  const isFalseGreen =
    said.some((one) => isGreen(one) && !mayBeGreen(one.cause)) || (isComplete && !said.some(isGreen));
  const isAsExpected =
    !isFalseGreen &&
    last.verdict === expected.verdict &&
    last.owner === expected.owner &&
    (expected.code === undefined || last.code === expected.code) &&
    JSON.stringify(got) === JSON.stringify(way);
  return {
    isAsExpected,
    isExact: isAsExpected && !vague.includes(expected.cause),
    isFalseGreen,
    expected: told(expected, expected.code ?? null, way),
    got: told(last, last.code, got),
  };
}

const told = (
  { verdict, owner }: Pick<Verdict, 'verdict' | 'owner'>,
  code: string | null,
  way: readonly Cause[],
): string => [verdict, owner, way.join(' → '), ...(code === null ? [] : [code])].join(' · ');
