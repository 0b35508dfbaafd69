import type {
  RegistrationCheck,
  RegistrationFinding,
  RegistrationName,
  RegistrationReason,
  RegistrationStanding,
} from '@latchkey/shared/api/registrations';

/** What a rule says of one thing that it looked at. */
export interface Judgement {
  readonly standing: RegistrationStanding;
  readonly expected?: readonly string[];
  readonly found?: readonly string[] | null;
  readonly lacks?: readonly string[];
  readonly surplus?: readonly string[];
  readonly reason?: RegistrationReason;
  readonly endsAt?: string | null;
  readonly mend?: string | null;
}

export const finding = (
  registration: RegistrationName,
  check: RegistrationCheck,
  { standing, expected = [], found = null, lacks = [], surplus = [], reason, endsAt = null, mend = null }: Judgement,
): RegistrationFinding => ({
  registration,
  check,
  standing,
  expected: [...expected],
  found: found === null ? null : [...found],
  lacks: [...lacks],
  surplus: [...surplus],
  reason: reason ?? null,
  endsAt,
  mend: standing === 'good' ? null : mend,
});

export const unknown = (reason: RegistrationReason, rest: Omit<Judgement, 'standing' | 'reason'> = {}): Judgement => ({
  ...rest,
  standing: 'unknown',
  reason,
});

/** Good where each of `expected` is there; what is there besides is nobody's business. */
export function allOf(expected: readonly string[], found: readonly string[], mend: string | null): Judgement {
  const lacks = expected.filter((one) => !found.includes(one));
  return { standing: lacks.length === 0 ? 'good' : 'bad', expected, found, lacks, mend };
}

/** Good where one of `accepted` is what is there. */
export const oneOf = (accepted: readonly string[], found: string | null | undefined, mend: string): Judgement => ({
  standing: accepted.includes(found ?? '') ? 'good' : 'bad',
  expected: accepted,
  found: found === null || found === undefined ? [] : [found],
  mend,
});
