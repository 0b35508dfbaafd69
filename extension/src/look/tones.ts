import type { Owner, Standing, StandingKey } from '@latchkey/shared/invitations/standing';
import type { Check, VerdictName } from '@latchkey/shared/validation/verdict';
import type { IconName } from './shapes.ts';

/** Class of a state (`s-…`) and its silhouette. */
export interface Tone {
  readonly tone: 'working' | 'degraded' | 'settling' | 'action' | 'blocked' | 'unreachable' | 'unknown';
  readonly icon: IconName;
}

export const verdictTones = {
  working: { tone: 'working', icon: 'working' },
  degraded: { tone: 'degraded', icon: 'degraded' },
  settling: { tone: 'settling', icon: 'settling' },
  action_needed: { tone: 'action', icon: 'action' },
  blocked: { tone: 'blocked', icon: 'blocked' },
  unreachable: { tone: 'unreachable', icon: 'unreachable' },
  unknown: { tone: 'unknown', icon: 'unknown' },
} as const satisfies Record<VerdictName, Tone>;

export const checkTones = {
  passed: { tone: 'working', icon: 'working' },
  failed: { tone: 'action', icon: 'action' },
  warning: { tone: 'degraded', icon: 'degraded' },
  skipped: { tone: 'unknown', icon: 'nobody' },
  not_tried: { tone: 'unknown', icon: 'unknown' },
  unknown: { tone: 'unknown', icon: 'unknown' },
} as const satisfies Record<Check['result'], Tone>;

export const ownerIcons = {
  customer: 'customer',
  provider: 'provider',
  microsoft: 'microsoft',
  nobody: 'nobody',
} as const satisfies Record<Owner, IconName>;

const standingIcons: Partial<Record<StandingKey, IconName>> = {
  wrong_tenant: 'swap',
  email_sent: 'mail',
  email_failed: 'mailfail',
  ready: 'mail',
  no_answer: 'clock',
  opened: 'clock',
  signed_in: 'clock',
  approval_requested: 'clock',
};

const toneIcons = {
  working: 'working',
  degraded: 'degraded',
  settling: 'settling',
  action: 'action',
  unknown: 'unknown',
} as const satisfies Record<Standing['tone'], IconName>;

/** How the status of an invitation is drawn. */
export const standingTone = ({ key, tone }: Standing): Tone => ({ tone, icon: standingIcons[key] ?? toneIcons[tone] });
