import type { InvitationMailView } from '@latchkey/shared/api/invitation-mails';
import { ago } from './samples.ts';
import type { FakeState } from './state.ts';

interface Ask {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A mail that was taken, as the API tells of it. */
export const mailOf = (invitationId: string, change: Partial<InvitationMailView> = {}): InvitationMailView => ({
  id: `mai_${'0'.repeat(25)}1`,
  invitationId,
  kind: 'invitation',
  to: 'megan@wingtip.example',
  language: 'en',
  state: 'sent',
  tries: 0,
  current: true,
  queuedAt: ago(61_000),
  queuedBy: 'Ada Berg',
  doneAt: ago(60_000),
  lastFailure: null,
  ...change,
});

/** Invitations by mail. */
export const mailAnswers = {
  readMailSetting: () => ({ value: { isSetUp: true, invitationDays: 14, remindDays: 3, languages: ['en', 'pseudo'] } }),
  listInvitationMails: (state: FakeState, { query }: Ask) => ({
    value: { mails: state.mails.filter(({ invitationId }) => query.get('invitations')?.includes(invitationId)) },
  }),
  sendInvitation: (state: FakeState, { params, body }: Ask) => {
    const invitationId = params['invitationId'] ?? '';
    const kind = body['kind'] === 'reminder' ? 'reminder' : 'invitation';
    const mail = mailOf(invitationId, { kind, to: String(body['to']), state: 'waiting', doneAt: null });
    state.mails = [mail, ...state.mails.filter((one) => one.invitationId !== invitationId)];
    return { value: mail };
  },
  renewInvitation: (state: FakeState, { params }: Ask) => {
    const found = state.invitations.find(({ id }) => id === params['invitationId']);
    if (found === undefined) return { refuse: 'invitation_not_found' } as const;
    const renewed = { ...found, status: 'ready' as const, refusal: null, startedAt: null };
    state.invitations = state.invitations.map((one) => (one.id === found.id ? renewed : one));
    state.mails = state.mails.map((one) => (one.invitationId === found.id ? { ...one, current: false } : one));
    return { value: renewed };
  },
  previewInvitationMail: () => ({
    value: {
      subject: 'Northwind Voice asks you to approve access for Wingtip Logistics',
      text: 'Hello,\n\nAda Berg of Northwind Voice asks for your approval.',
      html: '<p>Hello,</p>',
    },
  }),
};
