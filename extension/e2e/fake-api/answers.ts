import type { CustomerView } from '@latchkey/shared/api/customers';
import type { endpoints } from '@latchkey/shared/api/endpoints';
import type { ErrorCode } from '@latchkey/shared/errors/catalogue';
import { diagnosed } from './diagnosed.ts';
import { idOf } from './ids.ts';
import { ago, connectionOf, firstConsent, invitationOf, validationOf, verdictOf } from './samples.ts';
import { auditAnswers } from './audit-answers.ts';
import { adoptionAnswers, importAnswers } from './import-answers.ts';
import { pendingAnswers } from './pending-answers.ts';
import { mailAnswers } from './mail-answers.ts';
import { invitedInPlace, passwordAnswers } from './password-answers.ts';
import { registrationAnswers } from './registration-answers.ts';
import { standingAnswers } from './standing-answers.ts';
import type { FakeState } from './state.ts';

export interface FakeAsk {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
}
type Say = { readonly value: unknown } | { readonly refuse: ErrorCode };
type Name = keyof typeof endpoints;

const page = (items: readonly unknown[]) => ({ items, next: null, total: items.length });
const say = (value: unknown): Say => ({ value });
const found = (value: unknown, otherwise: ErrorCode): Say => (value === undefined ? { refuse: otherwise } : { value });

/** What the fake answers, by endpoint. Just enough of the API to draw every page from. */
export const answers: Partial<Record<Name, (state: FakeState, ask: FakeAsk, origin: string) => Say>> = {
  ...passwordAnswers,
  ...registrationAnswers,
  ...standingAnswers,
  ...auditAnswers,
  ...pendingAnswers,
  ...mailAnswers,
  ...importAnswers,
  ...adoptionAnswers,
  readConfiguration: (state) =>
    say({
      providerName: 'Northwind Voice',
      version: '0.1.0',
      cloud: {
        key: 'public',
        name: 'Microsoft 365 worldwide',
        portalHosts: ['portal.azure.com', 'entra.microsoft.com'],
      },
      console: state.console ?? null,
      signIn: {
        authority: 'https://login.microsoftonline.com/6f1c2a90-4b7e-4d11-9a52-000000000999',
        clientId: '4f0a6f0e-2f52-4b3a-9d3c-7d1d6f0f4c12',
        scope: 'api://latchkey/access_as_user',
      },
    }),
  readSession: (state) => say(sessionView(state)),
  openSession: (state) => say({ session: 'a-session-of-the-fake-api', view: sessionView(state) }),
  closeSession: () => say(null),
  listInvitations: (state) => say({ ...page(state.invitations), sequence: state.sequence }),
  readInvitation: (state, { params }) =>
    found(
      state.invitations.find(({ id }) => id === params['invitationId']),
      'invitation_not_found',
    ),
  listServices: (state) => say(page(state.services)),
  readService: (state, { params }) =>
    found(
      state.services.find(({ id }) => id === params['serviceId']),
      'service_not_found',
    ),
  listCustomers: (state, { query }) => {
    const [tenant, shortName] = [query.get('tenant'), query.get('shortName')];
    const orders = [
      ...state.services,
      ...state.invitations.map(({ customer, order }) => ({ customerId: customer.id, ...order })),
    ];
    const isMeant = (one: CustomerView): boolean =>
      (tenant === null || [one.tenantId, one.domain].includes(tenant)) &&
      (shortName === null || orders.some((order) => order.customerId === one.id && order.shortName === shortName));
    return say(page(state.customers.filter(isMeant)));
  },
  readDomainSignIn: ({ domainSignIn: signIn }, { query }) => say({ domain: query.get('domain'), signIn }),
  lookUpTenant: (_, { query }) =>
    query.get('reference') === 'nobody.example'
      ? { refuse: 'tenant_not_found' }
      : say({
          tenantId: '6f1c2a90-4b7e-4d11-9a52-000000000077',
          domain: query.get('reference'),
          cloud: 'public',
          customerId: null,
        }),
  createInvitation: (state, { body }) => {
    if (state.services.some(({ shortName }) => shortName === body['shortName'])) return { refuse: 'short_name_taken' };
    const made = invitationOf(50 + state.sequence, String(body['fullName']), {
      status: 'draft',
      method: null,
      profile: null,
    });
    state.invitations = [made, ...state.invitations];
    state.sequence += 1;
    return say(made);
  },
  chooseMethod: (state, { params, body }) =>
    changed(state, params['invitationId'], { status: 'ready', method: body['method'] }),
  switchToLink: (state, { params }) => changed(state, params['invitationId'], { method: 'invitation-link' }),
  cancelInvitation: (state, { params }) => {
    const gone = changed(state, params['invitationId'], { status: 'cancelled' });
    state.invitations = state.invitations.filter(({ id }) => id !== params['invitationId']);
    return gone;
  },
  copyLink: (state, { params }, origin) => {
    state.invitations = state.invitations.map((one) =>
      one.id === params['invitationId'] ? { ...one, linkCopiedAt: one.linkCopiedAt ?? ago(0) } : one,
    );
    state.sequence += 1;
    return say({
      link: `${origin}/i#7Jm0vYpQ2sWq9nLxB4cR8tDfGhKzUeAiOoPlMnVbXyE`,
      typedCode: 'K7QM-3ZTR-V9XP-2HWD',
      expiresAt: new Date(Date.now() + 13 * 86_400_000).toISOString(),
    });
  },
  makeStartTicket: (_, __, origin) =>
    say({ startPage: `${origin}/i#t.once`, goodUntil: new Date(Date.now() + 600_000).toISOString() }),
  addService: (state, { params }) => {
    const one = state.invitations.find(({ id }) => id === params['invitationId']);
    if (one === undefined) return { refuse: 'invitation_not_found' };
    state.invitations = state.invitations.filter((other) => other !== one);
    state.sequence += 1;
    return say({ invitation: { ...one, status: 'onboarded' }, serviceId: idOf('svc', 1) });
  },
  readConsentDiff: (state, { params }) =>
    state.invitations.some(({ id }) => id === params['invitationId'])
      ? say(state.consentDiff ?? firstConsent)
      : { refuse: 'invitation_not_found' },
  readProfileChange: (state, { params }) =>
    state.services.some(({ connection }) => connection?.id === params['connectionId'])
      ? say(firstConsent)
      : { refuse: 'connection_not_found' },
  readPendingBefore: (state) => say({ pending: state.pendingBefore ?? 'none' }),
  changeProfile: (state, ask) =>
    state.services.some(({ connection }) => connection?.id === ask.params['connectionId'])
      ? invitedInPlace(state, ask, idOf('inv', 95))
      : { refuse: 'connection_not_found' },
  diagnoseText: (state, { body }) => say(diagnosed(state, String(body['text']))),
  readGuide: (state, { params }) => found(guideIn(state, params['invitationId']), 'invitation_not_found'),
  checkGuide: (state, { params }) => {
    const guide = guideIn(state, params['invitationId']);
    if (guide === undefined) return { refuse: 'invitation_not_found' };
    if (guide.required === null) return { refuse: 'guide_too_early' };
    state.sequence += 1;
    const verdict = guide.verdict && { ...guide.verdict, at: ago(0) };
    const checked = { ...guide, verdict, checkedAt: ago(0), sequence: state.sequence };
    state.guides = state.guides.map((one) => (one === guide ? checked : one));
    return say(checked);
  },
  openGuestSession: (state) => {
    const [guide] = state.guides;
    if (guide === undefined) return { refuse: 'guide_code_unknown' };
    const { invitationId, providerName, appId, tenant } = guide;
    const endsAt = new Date(Date.now() + 3_600_000).toISOString();
    return say({ session: 'a-session-of-the-fake-api', invitationId, providerName, appId, tenant, endsAt });
  },
  closeGuestSession: () => say(null),
  validateConnection: (state, { params }) => validated(state, params['connectionId']),
  checkPermissionsOfConnection: (state, { params }) => validated(state, params['connectionId']),
  readLatestValidation: (state, { params }) => {
    const connection = state.services.find((one) => one.connection?.id === params['connectionId'])?.connection;
    const verdict = connection?.verdict;
    return say(connection && verdict ? validationOf(connection, verdict) : null);
  },
};

export const sessionView = ({ role }: FakeState) => ({
  operator: {
    name: 'Ada Berg',
    username: 'ada.berg@northwindvoice.onmicrosoft.com',
    tenantId: '6f1c2a90-4b7e-4d11-9a52-000000000999',
    role,
  },
  endsAt: new Date(Date.now() + 36_000_000).toISOString(),
  idleEndsAt: new Date(Date.now() + 7_200_000).toISOString(),
});

const guideIn = (state: FakeState, id: string | undefined) =>
  state.guides.find(({ invitationId }) => invitationId === id);

function changed(state: FakeState, id: string | undefined, changes: object): Say {
  const one = state.invitations.find((invitation) => invitation.id === id);
  if (one === undefined) return { refuse: 'invitation_not_found' };
  const next = { ...one, ...changes, statusSince: ago(0) };
  state.invitations = state.invitations.map((other) => (other === one ? next : other));
  state.sequence += 1;
  return say(next);
}

/** Whatever it was, it works now, and everybody who shows it learns of it. */
function validated(state: FakeState, id: string | undefined): Say {
  const verdict = verdictOf(0);
  const count = Number(id?.slice(4));
  const connection = connectionOf(count, verdict);
  state.services = state.services.map((one) => (one.connection?.id === id ? { ...one, connection } : one));
  state.customers = state.customers.map((one) => (one.connection?.id === id ? { ...one, connection } : one));
  state.sequence += 1;
  return say(validationOf(connection, verdict));
}
