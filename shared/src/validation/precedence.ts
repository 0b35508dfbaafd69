import type { VerdictName } from './verdict.ts';

/** When several apply, the first of these wins. */
export const precedence = [
  'blocked',
  'action_needed',
  'settling',
  'unknown',
  'unreachable',
  'degraded',
  'working',
] as const satisfies readonly VerdictName[];
