import type { MicrosoftFault } from '../microsoft-fault.ts';

const transient = { class: 'outage', owner: 'microsoft', retry: 'later', next: 'wait' } as const;
const agent = { class: 'outage', owner: 'customer', retry: 'later', next: 'on_premises' } as const;
const cloud = { class: 'tenant', owner: 'provider', retry: 'never', next: 'right_cloud' } as const;

/** Microsoft's own service, the customer's sign-in agents, and the clouds. */
export const serviceFaults = {
  50000: { ...transient, next: 'ask_microsoft' },
  50033: transient,
  90006: transient,
  90012: transient,
  90024: transient,
  90033: transient,
  90090: transient,
  90055: { class: 'throttled', owner: 'microsoft', retry: 'later', next: 'slow_down' },

  80001: agent,
  80002: agent,
  80005: agent,
  80007: agent,
  80013: agent,
  80014: agent,
  80012: { class: 'policy', owner: 'customer', retry: 'later', next: 'logon_hours' },

  50049: cloud,
  90038: cloud,
  900382: cloud,
  900432: cloud,
} as const satisfies Readonly<Record<number, MicrosoftFault>>;
