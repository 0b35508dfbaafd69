import type { TokenAnswer } from '../consent/sign-in.ts';
import type { Store } from '../storage/store.ts';
import type { Judged } from './observe.ts';

type Holds = Pick<Store, 'holds'>;

/** However long Microsoft says: from then on somebody may look again. */
const longestSeconds = 86_400;

const scopeOf = (tenantId: string): string => `tenant:${tenantId.toLowerCase()}`;

/** Seconds for which Microsoft does not want to be asked about a tenant, whichever instance was told so; null when it may be asked. */
export async function holdOf({ holds }: Holds, tenantId: string, now: Date): Promise<number | null> {
  const until = await holds.find(scopeOf(tenantId));
  const left = until === undefined ? 0 : Math.ceil((Date.parse(until) - now.getTime()) / 1000);
  return left > 0 ? left : null;
}

/** Puts on record what a run was told by `Retry-After`. */
export async function keepHold({ holds }: Holds, tenantId: string, { waitSeconds }: Judged, now: Date): Promise<void> {
  if (waitSeconds === null || waitSeconds === 0) return;
  const ms = Math.min(waitSeconds, longestSeconds) * 1000;
  await holds.extend(scopeOf(tenantId), new Date(now.getTime() + ms).toISOString());
}

/** What is known while Microsoft does not want to be asked: nothing, and why. Nothing is sent. */
export const onHold = (seconds: number): TokenAnswer => ({
  observation: { state: 'unreachable', status: 429, retryAfterSeconds: seconds, requestId: null },
  tokens: undefined,
  upstream: [],
});
