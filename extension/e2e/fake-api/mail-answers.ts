import type { InvitationMailView } from '@latchkey/shared/api/invitation-mails';
import { MailTemplateView } from '@latchkey/shared/api/mail-templates';
import type { MailKind } from '@latchkey/shared/mail/mail-kind';
import { linkSequence } from '@latchkey/shared/mail/mail-template';
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

/** Words of a mail, as the API tells of them while nobody has written others. */
export const templateOf = (kind: MailKind): MailTemplateView => ({
  kind,
  language: 'en',
  subject: kind === 'invitation' ? '{{Provider}} asks you to approve access' : 'Reminder: {{Provider}} waits',
  body: `Hello,\n\n${linkSequence}`,
  isOwn: false,
  version: 0,
  changedAt: null,
  changedBy: null,
});

/** Invitations by mail. */
export const mailAnswers = {
  readMailSetting: () => ({
    value: { isSetUp: true, invitationDays: 14, remindDays: 3, languages: ['en', 'pseudo'], language: 'de' },
  }),
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
  renewInvitation: (state: FakeState, { params, body }: Ask) => {
    const found = state.invitations.find(({ id }) => id === params['invitationId']);
    if (found === undefined) return { refuse: 'invitation_not_found' } as const;
    const status = found.method === null ? ('draft' as const) : ('ready' as const);
    const expiresAt = ago(-Number(body['days'] ?? 14) * 86_400_000);
    const anew = { linkCopiedAt: null, askedAt: null, refusal: null, startedAt: null };
    const renewed = { ...found, ...anew, status, statusSince: ago(0), expiresAt };
    state.invitations = state.invitations.map((one) => (one.id === found.id ? renewed : one));
    state.mails = state.mails.map((one) => (one.invitationId === found.id ? { ...one, current: false } : one));
    return { value: renewed };
  },
  listMailTemplates: (state: FakeState) => ({ value: { templates: state.templates } }),
  saveMailTemplate: (state: FakeState, { body }: Ask) => {
    const { kind, language, template } = body;
    const version = Number(body['follows']) + 1;
    const words = template === null ? templateOf(kind === 'reminder' ? 'reminder' : 'invitation') : template;
    const saved = { ...(words as object), kind, language, version, isOwn: template !== null };
    const view = MailTemplateView.parse({ subject: '', body: '', ...saved, changedAt: ago(0), changedBy: 'Ada Berg' });
    state.templates = state.templates.map((one) => (one.kind === kind && one.language === language ? view : one));
    return { value: view };
  },
  /** Judges next to nothing: whether the link is there, and one name that there is not. */
  previewMailTemplate: (_: FakeState, { body }: Ask) => {
    const [subject, text] = [String(body['subject']), String(body['body'])];
    const line = text.split('\n').findIndex((one) => one.includes('{{Custommer}}')) + 1;
    const faults = [
      ...(line === 0 ? [] : [{ field: 'body', kind: 'name_unknown', line, name: 'Custommer' }]),
      ...(text.includes(linkSequence) ? [] : [{ field: 'body', kind: 'link_missing', line: null, name: null }]),
    ];
    const html = `<!doctype html><style>.lk-ink{color:#231d21}</style><p class="lk-ink" style="font-weight:600">Drawn</p>`;
    return { value: { faults, mail: faults.length > 0 ? null : { subject, text, html } } };
  },
  testMailTemplate: (state: FakeState) => ({ value: { failure: state.testFailure } }),
  previewInvitationMail: () => ({
    value: {
      subject: 'Northwind Voice asks you to approve access for Wingtip Logistics',
      text: 'Hello,\n\nAda Berg of Northwind Voice asks for your approval.',
      html: '<p>Hello,</p>',
    },
  }),
};
