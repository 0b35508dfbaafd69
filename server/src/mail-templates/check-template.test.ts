import { linkSequence as link } from '@latchkey/shared/mail/mail-template';
import { MailKind } from '@latchkey/shared/mail/mail-kind';
import { invitationMailWords } from '@latchkey/shared/words/invitation-mail-words';
import { customerLanguages, type CustomerLanguage } from '@latchkey/shared/words/customer-language';
import { describe, expect, test } from 'vitest';
import { checkTemplate } from './check-template.ts';

const subject = 'For {{CustomerName}}';
const body = `Hello,\n\n${link}`;
const check = (change: object) => checkTemplate({ subject, body, ...change });

test('one line that names the customer and a text with the link are a template', () => {
  expect(check({})).toEqual([]);
  expect(check({ body: `Open ${link} now.\n\n{{#Reference}}Reference: {{Reference}}{{/Reference}}` })).toEqual([]);
});

test.each(
  (Object.keys(customerLanguages) as CustomerLanguage[]).flatMap((language) =>
    MailKind.options.map((kind) => [kind, language] as const),
  ),
)('the words of Latchkey for %s in %s pass', (kind, language) =>
  expect(checkTemplate(invitationMailWords[language].invitationMails.templates[kind])).toEqual([]),
);

describe('is told with its place:', () => {
  test.each([
    ['an empty subject', { subject: ' ' }, { field: 'subject', kind: 'empty' }],
    ['a subject that is too long', { subject: 's'.repeat(201) }, { field: 'subject', kind: 'too_long' }],
    [
      'a header behind the subject',
      { subject: 'Hi\r\nBcc: spy@evil.example' },
      { field: 'subject', kind: 'line_break' },
    ],
    [
      'the link in the subject',
      { subject: link },
      { field: 'subject', kind: 'link_in_subject', line: 1, name: 'CustomerAuthenticationPortalUrl' },
    ],
    [
      'the code in the subject',
      { subject: '{{ TypedCode }}' },
      { field: 'subject', kind: 'link_in_subject', line: 1, name: 'TypedCode' },
    ],
    [
      'a name that there is not',
      { body: `${body}\n\n{{Custommer}}` },
      { field: 'body', kind: 'name_unknown', line: 5, name: 'Custommer' },
    ],
    [
      'a section of such a name',
      { body: `${body}\n{{#Secret}}x{{/Secret}}` },
      { field: 'body', kind: 'name_unknown', line: 4, name: 'Secret' },
    ],
    [
      'a name within a section',
      { body: `${body}\n{{#Changes}}\n{{length}}{{/Changes}}` },
      { field: 'body', kind: 'name_unknown', line: 5, name: 'length' },
    ],
    ['a tag that is not closed', { body: `${body}\n{{Provider\nand on` }, { field: 'body', kind: 'tag_open', line: 4 }],
    [
      'a section that is not closed',
      { body: `${body}\n{{#Changes}}x` },
      { field: 'body', kind: 'section_open', line: 4, name: 'Changes' },
    ],
    [
      'a section that nobody opened',
      { body: `${body}\n\n{{/Changes}}` },
      { field: 'body', kind: 'section_unopened', line: 5, name: 'Changes' },
    ],
    [
      'a part of another template',
      { body: `${body}\n{{>footer}}` },
      { field: 'body', kind: 'tag_refused', line: 4, name: 'footer' },
    ],
    [
      'tags that look otherwise',
      { body: `${body}\n{{=<% %>=}}` },
      { field: 'body', kind: 'tag_refused', line: 4, name: '<% %>' },
    ],
    ['a text without the link', { body: 'Hello' }, { field: 'body', kind: 'link_missing' }],
    ['a link with a blank in it', { body: link.replace('/', ' / ') }, { field: 'body', kind: 'link_missing' }],
    ['a link in a section', { body: `{{#Reference}}${link}{{/Reference}}` }, { field: 'body', kind: 'link_missing' }],
    ['a link in a remark', { body: `{{! ${link}` }, { field: 'body', kind: 'link_missing' }],
    ['a text that is too long', { body: `${link}${' '.repeat(10_000)}` }, { field: 'body', kind: 'too_long' }],
  ] as const)('%s', (_, change, expected) => {
    expect(check(change)[0]).toEqual({ line: null, name: null, ...expected });
  });
});
