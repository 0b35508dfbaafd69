import { BrandingView } from '@latchkey/shared/api/branding';
import type { PasswordStanding, PasswordView } from '@latchkey/shared/api/passwords';
import { ago } from './samples.ts';
import type { FakeState } from './state.ts';

interface Ask {
  readonly params: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
}

const nothing: PasswordStanding = { acknowledgement: null, password: null };
const minute = 60_000;

/** A password as the API tells of it: two tries left, proved long ago. */
export const passwordOf = (change: Partial<PasswordView> = {}): PasswordView => ({
  username: 'm365admin@contoso.onmicrosoft.com',
  storedAt: ago(12 * 24 * 60 * minute),
  storedBy: 'Ada Berg',
  hasSpacesAtEnds: false,
  provedAt: ago(12 * 24 * 60 * minute),
  lastTry: null,
  triesLeft: 3,
  nextTryAt: null,
  ...change,
});

export const acknowledgementOf = (name = 'Megan Bowen'): NonNullable<PasswordStanding['acknowledgement']> => ({
  name,
  date: '2026-11-02',
  how: 'By signed mail',
  recordedAt: ago(13 * 24 * 60 * minute),
  recordedBy: 'Ada Berg',
});

/** The part of the fake that knows of passwords. It keeps none: what was sent stands in the log of calls of whoever asks. */
export const passwordAnswers = {
  readBranding: (state: FakeState) => ({ value: state.branding }),
  saveBranding: (state: FakeState, { body }: Ask) => {
    const logo = typeof body['logo'] === 'string' ? { type: 'image/png', data: body['logo'] } : null;
    const kept = { accent: body['accent'], logo, version: state.branding.version + 1 };
    state.branding = BrandingView.parse({ ...kept, changedAt: ago(0), changedBy: 'Ada Berg' });
    return { value: state.branding };
  },
  readPolicies: (state: FakeState) => ({ value: { methods: state.policies } }),
  setMethodPolicy: (state: FakeState, { params, body }: Ask) => {
    const changed = { on: body['on'] === true, changedAt: ago(0), changedBy: 'Ada Berg' };
    state.policies = state.policies.map((one) => (one.method === params['method'] ? { ...one, ...changed } : one));
    return { value: state.policies.find(({ method }) => method === params['method']) };
  },
  readPassword: (state: FakeState, { params }: Ask) => ({ value: standingOf(state, params) }),
  recordAcknowledgement: (state: FakeState, { params, body }: Ask) => {
    const acknowledgement = { ...acknowledgementOf(String(body['name'])), how: String(body['how']) };
    return put(state, params, { acknowledgement }, acknowledgement);
  },
  givePassword: (state: FakeState, { params, body }: Ask) => {
    const text = String(body['password']);
    const password = passwordOf({
      username: String(body['username']),
      storedAt: ago(0),
      provedAt: null,
      hasSpacesAtEnds: text !== text.trim(),
    });
    return put(state, params, { password }, password);
  },
  testPassword: (state: FakeState, { params }: Ask) => {
    const before = standingOf(state, params).password ?? passwordOf();
    const lastTry = { at: ago(0), outcome: 'mfa_required', aadsts: 50076, correlationId: null } as const;
    const password = { ...before, lastTry, triesLeft: before.triesLeft - 1 };
    return put(state, params, { password }, password);
  },
  useLinkInstead: (state: FakeState, ask: Ask) => invitedInPlace(state, ask, state.invitations[0]?.id),
  deletePassword: (state: FakeState, { params }: Ask) => put(state, params, { password: null }, null),
} as const;

/** A new invitation for one who may have one pending. */
export function invitedInPlace(state: FakeState, { body }: Pick<Ask, 'body'>, invitationId: string | undefined) {
  const { pendingBefore: pending = 'none' } = state;
  const isReplaced = pending === 'replaceable' && body['replacePending'] === true;
  if (pending !== 'none' && !isReplaced) return { refuse: 'customer_has_invitation' } as const;
  return { value: { invitationId, replaced: isReplaced ? 1 : 0 } };
}

const standingOf = (state: FakeState, params: Ask['params']): PasswordStanding =>
  state.passwords.get(params['customerId'] ?? '') ?? nothing;

function put(state: FakeState, params: Ask['params'], change: Partial<PasswordStanding>, value: unknown) {
  state.passwords.set(params['customerId'] ?? '', { ...standingOf(state, params), ...change });
  state.sequence += 1;
  return { value };
}
