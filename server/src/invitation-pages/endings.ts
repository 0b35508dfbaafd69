import type { Icon } from './markup/icons.ts';
import type { Tone } from './markup/parts.ts';
import type { EndingKey } from './model.ts';

/** The one button of an ending. `start` and `invitation` are offered only while it can be started, `result` only to who holds the link. */
type WayOn = 'start' | 'otherAccount' | 'invitation' | 'result' | 'none';

interface Ending {
  readonly icon: Icon;
  readonly tone: Tone;
  readonly wayOn: WayOn;
}

/** How each ending looks and what it offers. Its words stand in words.pages.endings. */
export const endings = {
  declined: { icon: 'action', tone: 'action', wayOn: 'invitation' },
  not_allowed: { icon: 'action', tone: 'action', wayOn: 'otherAccount' },
  approval_requested: { icon: 'unknown', tone: 'unknown', wayOn: 'start' },
  approval_seen: { icon: 'check', tone: 'plain', wayOn: 'start' },
  expired: { icon: 'action', tone: 'action', wayOn: 'none' },
  used: { icon: 'check', tone: 'plain', wayOn: 'result' },
  cancelled: { icon: 'cross', tone: 'plain', wayOn: 'none' },
  invitation_superseded: { icon: 'swap', tone: 'plain', wayOn: 'none' },
  start_superseded: { icon: 'swap', tone: 'plain', wayOn: 'start' },
  link_unknown: { icon: 'unknown', tone: 'unknown', wayOn: 'none' },
  visit_missing: { icon: 'unknown', tone: 'unknown', wayOn: 'none' },
  answer_unknown: { icon: 'action', tone: 'action', wayOn: 'none' },
  answer_elsewhere: { icon: 'action', tone: 'action', wayOn: 'none' },
  answer_used: { icon: 'check', tone: 'plain', wayOn: 'result' },
  answer_late: { icon: 'action', tone: 'action', wayOn: 'start' },
  answer_refused: { icon: 'action', tone: 'action', wayOn: 'start' },
  request_refused: { icon: 'action', tone: 'action', wayOn: 'none' },
  clocks_differ: { icon: 'action', tone: 'action', wayOn: 'start' },
  too_large: { icon: 'action', tone: 'action', wayOn: 'none' },
  too_many: { icon: 'unreachable', tone: 'unreachable', wayOn: 'none' },
  microsoft_unreachable: { icon: 'unreachable', tone: 'unreachable', wayOn: 'start' },
  sealed: { icon: 'unreachable', tone: 'unreachable', wayOn: 'none' },
  unexpected: { icon: 'action', tone: 'action', wayOn: 'start' },
} as const satisfies Record<EndingKey, Ending>;
