import { acknowledgementOf, passwordOf } from './password-answers.ts';
import { ago, connectionOf, customerOf, invitationOf, serviceOf, verdictOf } from './samples.ts';
import { busyState, type FakeState } from './state.ts';

const day = 86_400_000;
const lucerne = 21;
const graphic = 22;

/** The provider of `busyState`, whose Admin has turned the password methods on: one service stands on one, one invitation waits for its start. */
export function passwordState(): FakeState {
  const state = busyState();
  const verdict = verdictOf(day / 24, { verdict: 'degraded', cause: 'password_not_needed', owner: 'provider' });
  const connection = { ...connectionOf(lucerne, verdict), method: 'known-password' as const };
  const customerId = connection.customerId;
  const started = invitationOf(graphic, 'Graphic Design Institute', { method: 'known-password', status: 'ready' });
  state.passwords.set(customerId, { acknowledgement: acknowledgementOf(), password: passwordOf() });
  state.passwords.set(started.customer.id, {
    acknowledgement: acknowledgementOf('Robin Kline'),
    password: passwordOf({ provedAt: null, username: 'm365admin@graphicdesigninstitute.com' }),
  });
  return {
    ...state,
    role: 'Admin',
    policies: state.policies.map((one) => ({ ...one, on: true, changedAt: ago(23 * day), changedBy: 'Rolf Ek' })),
    services: [...state.services, { ...serviceOf(lucerne, 'Lucerne Publishing', verdict), connection }],
    customers: [...state.customers, customerOf(lucerne, 'Lucerne Publishing', connection)],
    invitations: [...state.invitations, started],
  };
}

/** Where its pages are: by the ids of what stands on a password. */
export const onPassword = { service: lucerne, invitation: graphic } as const;
