import type { EvidenceLevel, VerdictName } from '../../validation/verdict.ts';

/** The verdict in a word or two. */
export const verdicts = {
  working: 'Working',
  degraded: 'Works, at risk',
  settling: 'Settling until {time}',
  action_needed: 'Action needed',
  blocked: 'Blocked by policy',
  unreachable: 'Not reached',
  unknown: 'Unknown',
} as const satisfies Record<VerdictName, string>;

/** How we know, as operators read it. */
export const evidence = {
  none: 'Not proved',
  redirect: 'Proved by redirect',
  token: 'Proved by token',
  grants: 'Proved by grants',
  probe: 'Proved by probe',
} as const satisfies Record<EvidenceLevel, string>;

/** The same, as customers read it. */
export const customerEvidence = {
  none: 'Not proved',
  redirect: 'Somebody came back',
  token: 'A token was issued',
  grants: 'Read back from your tenant',
  probe: 'Proved by a live call',
} as const satisfies Record<EvidenceLevel, string>;
