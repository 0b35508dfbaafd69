import type { PermissionLine } from '@latchkey/shared/permissions/check';
import type { PermissionProfile } from '@latchkey/shared/permissions/profile';
import { judge, linesOf, type JudgeSettings } from '@latchkey/shared/validation/judge';
import type { Credentials, Observations } from '@latchkey/shared/validation/observation';
import type { Verdict } from '@latchkey/shared/validation/verdict';
import type { UpstreamCall } from '../audit/audit-repository.ts';
import type { Clock } from '../clock.ts';
import type { TokenAnswer } from '../consent/sign-in.ts';
import type { ClientCredential } from './credentials.ts';
import { notTried, type ReadsTenantState, type TenantQuestion } from './tenant-state.ts';

/** One run, judged: what was seen, what it means, and under which ids Microsoft knows the calls. */
export interface Judged {
  readonly at: string;
  readonly verdict: Verdict;
  /** Null when the grants could not be read. */
  readonly lines: readonly PermissionLine[] | null;
  /** Null when the registration was not seen. */
  readonly registrationObjectId: string | null;
  readonly upstream: readonly UpstreamCall[];
  readonly credentials: Credentials;
  /** Whether any question was left without an answer. */
  readonly isSilent: boolean;
  /** For how long Microsoft said not to ask again; null when it said nothing of the kind. */
  readonly waitSeconds: number | null;
}

export interface ObserveSettings {
  readonly tenantState: ReadsTenantState;
  readonly judgeSettings: JudgeSettings;
  readonly clientCredential: ClientCredential;
  readonly now: Clock;
}

/** The connection that is looked at, as far as the rules need to know it. */
export interface Pinned extends TenantQuestion {
  readonly consentChangedAt: string | null;
  readonly credentials: Credentials;
  /** The newest version of the profile by which the connection was approved. */
  readonly newest?: PermissionProfile | undefined;
}

/** Looks at the tenant with a token (or without one), and has it judged. All that can be known is in the observations. */
export async function observe(
  { tenantState, judgeSettings, now }: ObserveSettings,
  token: TokenAnswer,
  pinned: Pinned,
): Promise<Judged> {
  const { upstream, ...state } =
    token.tokens === undefined ? notTried : await tenantState.read(token.tokens.access, pinned);
  const { registration } = state;
  const observations: Observations = {
    at: now().toISOString(),
    pinnedTenantId: pinned.tenantId,
    consentChangedAt: pinned.consentChangedAt,
    token: token.observation,
    ...state,
    credentials: pinned.credentials,
  };
  return {
    at: observations.at,
    verdict: judge(observations, pinned.profile, judgeSettings, pinned.newest),
    lines: linesOf(observations, pinned.profile) ?? null,
    registrationObjectId: registration.state === 'read' ? registration.objectId : null,
    upstream: [...token.upstream, ...upstream],
    credentials: pinned.credentials,
    isSilent: [token.observation, ...Object.values(state)].some((answer) => answer.state === 'unreachable'),
    waitSeconds: longestWait([token.observation, ...Object.values(state)]),
  };
}

/** The longest `Retry-After` of a run. */
function longestWait(answers: readonly { readonly state: string }[]): number | null {
  const waits = answers.flatMap((answer) =>
    'retryAfterSeconds' in answer && typeof answer.retryAfterSeconds === 'number' ? [answer.retryAfterSeconds] : [],
  );
  return waits.length === 0 ? null : Math.max(...waits);
}
