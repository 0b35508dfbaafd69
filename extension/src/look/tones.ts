import type { Owner, Standing, StandingKey } from '@latchkey/shared/invitations/standing';
import type { Check, VerdictName } from '@latchkey/shared/validation/verdict';
import type { IconName } from './shapes.ts';

/** Class of a state (`s-…`) and its silhouette. */
export interface Tone {
  readonly tone: 'working' | 'degraded' | 'settling' | 'action' | 'blocked' | 'unreachable' | 'unknown';
  readonly icon: IconName;
}

/** Most tones have the icon of their own name. */
const plain = (tone: Tone['tone']): Tone => ({ tone, icon: tone });

export const verdictTones = {
  working: plain('working'),
  degraded: plain('degraded'),
  settling: plain('settling'),
  action_needed: plain('action'),
  blocked: plain('blocked'),
  unreachable: plain('unreachable'),
  unknown: plain('unknown'),
} as const satisfies Record<VerdictName, Tone>;

export const checkTones = {
  passed: plain('working'),
  failed: plain('action'),
  warning: plain('degraded'),
  skipped: { tone: 'unknown', icon: 'nobody' },
  not_tried: plain('unknown'),
  unknown: plain('unknown'),
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
  link_copied: 'copy',
  no_answer: 'clock',
  opened: 'clock',
  signed_in: 'clock',
  approval_requested: 'clock',
};

/** How the status of an invitation is drawn: each tone has an icon of its own name. */
export const standingTone = ({ key, tone }: Standing): Tone => ({ tone, icon: standingIcons[key] ?? tone });
