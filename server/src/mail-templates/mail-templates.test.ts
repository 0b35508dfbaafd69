import { linkSequence } from '@latchkey/shared/mail/mail-template';
import { beforeEach, describe, expect, test } from 'vitest';
import { allowance } from '../http/rate-limits.ts';
import type { Mail } from '../mail/mail.ts';
import { mailStage } from '../testing/mail-stage.ts';
import { answer, invite, look } from '../testing/steps.ts';
import { createTemplateTrier } from './try-templates.ts';

const stage = mailStage();
const { work, mails, send } = stage;

type Answered = Record<string, unknown> & { code?: string; version?: number; mail?: Record<string, string> };
type Call = (method: string, path: string, body?: object) => Promise<{ status: number; body: Answered }>;
let admin: Call;
let version = 0;
const own = {
  subject: 'Please approve {{CustomerName}}',
  body: `Dear administrator,\n\nopen ${linkSequence} until {{ExpiresOn}}.\n\n{{#Reference}}Yours: {{Reference}}{{/Reference}}`,
};
const which = { kind: 'invitation', language: 'en' };

const save = (template: object | null, change: object = {}, call = admin) =>
  call('POST', '/v1/mail-templates', { ...which, follows: version, template, ...change });
const kept = async () =>
  ((await admin('GET', '/v1/mail-templates')).body['templates'] as Answered[]).find(
    ({ kind, language }) => kind === 'invitation' && language === 'en',
  );
const lines = async (action: string) =>
  (await stage.line.store.read.audit.after(0, 10_000)).filter((line) => line.action === action);

beforeEach(async () => {
  admin = (await stage.line.as('Admin')) as Call;
  version = (await kept())?.version ?? 0;
  if (version > 0) version = (await save(null)).body.version ?? 0;
});

test('mails are written with the words that an Admin saved, and their link leads to the consent', async () => {
  expect(await save(own)).toMatchObject({ status: 200, body: { ...own, isOwn: true, version: version + 1 } });
  const { id, link } = await invite(stage.line);
  await send(id);
  await work();
  const [mail] = await mails();
  const customer = stage.line.practice.situation.customer.name;
  expect(mail?.subject).toBe(`Please approve ${customer}`);
  expect(mail?.text).toContain(`open ${link} until `);
  expect(mail?.text).not.toMatch(/\{\{|Yours/);
  expect(mail?.html).toContain(`<a href="${link}"`);
  await answer(stage.line, stage.line.browse(), link, 'approves');
  expect((await look(stage.line, id)).status).toBe('authentication_complete');
});

test('a reminder and another language keep their own words, and Back to the built-in words is a version of its own', async () => {
  await save(own);
  const { templates } = (await admin('GET', '/v1/mail-templates')).body as { templates: Answered[] };
  expect(templates.filter(({ isOwn }) => isOwn === true)).toHaveLength(1);
  const back = await save(null, { follows: version + 1 });
  expect(back.body).toMatchObject({ isOwn: false, version: version + 2, changedBy: expect.any(String) });
  expect(back.body['subject']).toContain('asks you to approve access');
  expect((await lines('mail_template.saved')).slice(-2).map(({ details }) => details)).toMatchObject([
    { ...which, version: version + 1, isOwn: true },
    { ...which, version: version + 2, isOwn: false },
  ]);
});

describe('is refused, and nothing is kept:', () => {
  test.each([
    ['a text without the link', { body: 'Hello' }, 'mail_template_link_missing'],
    [
      'a text whose link stands in a section',
      { body: `{{#Reference}}${linkSequence}{{/Reference}}` },
      'mail_template_link_missing',
    ],
    ['the link in the subject', { subject: linkSequence }, 'mail_template_refused'],
    ['the code in the subject', { subject: '{{TypedCode}}' }, 'mail_template_refused'],
    ['a name that there is not', { body: `${linkSequence}{{Password}}` }, 'mail_template_refused'],
    ['a tag that is not closed', { body: `${linkSequence}{{Tenant` }, 'mail_template_refused'],
    ['a second line of the subject', { subject: 'Hello\r\nBcc: spy@evil.example' }, 'mail_template_refused'],
    ['no text', { body: '' }, 'mail_template_refused'],
  ])('%s', async (_, change, code) => {
    expect((await save({ ...own, ...change })).body.code).toBe(code);
    expect(await kept()).toMatchObject({ isOwn: false, version });
  });

  test.each(['Operator', 'Monitor'] as const)('whatever an %s sends', async (role) => {
    const call = (await stage.line.as(role)) as Call;
    expect((await save(own, {}, call)).body.code).toBe('role_insufficient');
    for (const act of ['preview', 'test'])
      expect((await call('POST', `/v1/mail-templates/${act}`, { ...which, ...own, to: stage.megan })).status).toBe(403);
    expect(await kept()).toMatchObject({ isOwn: false, version });
  });

  test('what follows another version', async () => {
    for (const follows of [version + 1, version + 7])
      expect((await save(own, { follows })).body.code).toBe('changed_meanwhile');
    const both = await Promise.all([save(own), save({ ...own, subject: 'Other' })]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });
});

describe('before it is saved', () => {
  const preview = (change: object) => admin('POST', '/v1/mail-templates/preview', { ...which, ...own, ...change });

  test('a preview is a sample or an invitation’s own mail, without what opens it; what is wrong is told at once', async () => {
    const { id, link, code } = await invite(stage.line);
    const sample = (await preview({})).body.mail;
    expect(sample?.['subject']).toBe('Please approve Contoso Ltd');
    expect(sample?.['text']).toContain('/i#this-is-a-sample-and-opens-nothing');
    const real = (await preview({ invitationId: id })).body.mail;
    expect(real?.['subject']).toBe(`Please approve ${stage.line.practice.situation.customer.name}`);
    for (const secret of [new URL(link).hash.slice(1), code]) expect(JSON.stringify(real)).not.toContain(secret);
    expect((await preview({ subject: '', body: '{{Nobody}}' })).body).toEqual({
      mail: null,
      faults: [
        { field: 'subject', kind: 'empty', line: null, name: null },
        { field: 'body', kind: 'name_unknown', line: 1, name: 'Nobody' },
        { field: 'body', kind: 'link_missing', line: null, name: null },
      ],
    });
    expect(await kept()).toMatchObject({ isOwn: false, version });
  });

  const attempt = (change: object = {}) =>
    admin('POST', '/v1/mail-templates/test', { ...which, ...own, to: stage.megan, ...change });

  test('a test arrives marked as one, at one address, is in the trail without it, and its link opens nothing', async () => {
    const before = (await lines('mail_template.tested')).length;
    expect((await attempt()).body).toEqual({ failure: null });
    const [mail, ...more] = await mails();
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ to: [stage.megan], subject: 'Test: Please approve Contoso Ltd' });
    const opened = await stage.line.browse().open(/http\S+#\S+/.exec(mail!.text)?.[0] ?? '');
    expect(JSON.stringify(opened)).not.toMatch(/Start|Contoso/);
    const told = (await lines('mail_template.tested')).slice(before);
    expect(told).toHaveLength(1);
    expect(JSON.stringify(told)).not.toContain(stage.megan);
    await stage.line.fault({ mail: { at: 'receiver', status: 550, times: 1 } });
    expect((await attempt()).body['failure']).toMatchObject({ fault: 'refused', code: 550 });
  });

  test('a test to what is no address, or of what could not be saved, sends nothing', async () => {
    expect((await attempt({ to: 'a@b.example,spy@evil.example' })).body.code).toBe('mail_address_refused');
    expect((await attempt({ body: 'Hello' })).body.code).toBe('mail_template_link_missing');
    expect(await mails()).toEqual([]);
  });

  test('more tests than one may send are neither sent nor noted', async () => {
    const sent: Mail[] = [];
    const { test: tryOut } = createTemplateTrier({
      store: stage.line.store,
      places: { providerName: 'Northwind Voice', publicUrl: 'https://latchkey.example' },
      previewer: { preview: () => Promise.reject(new Error('nobody asked')) },
      server: { from: 'latchkey@northwindvoice.example' },
      send: (mail) => {
        sent.push(mail);
        return Promise.resolve({ taken: true });
      },
      isAllowed: allowance(2),
      now: () => new Date(),
    });
    const before = (await lines('mail_template.tested')).length;
    const actor = { kind: 'operator', id: 'one', name: 'Ada Berg' } as const;
    const wanted = { kind: 'reminder', language: 'en', template: own, to: stage.megan, requestId: 'r' } as const;
    const results = await Promise.all([1, 2, 3].map(() => tryOut({ ...wanted, actor })));
    expect(results.map((one) => (one.ok ? 'sent' : one.error.code)).toSorted()).toEqual([
      'sent',
      'sent',
      'too_many_requests',
    ]);
    expect([sent.length, (await lines('mail_template.tested')).length - before]).toEqual([2, 2]);
  });
});
