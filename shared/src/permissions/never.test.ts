import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pages } from '../words/en/pages.ts';
import { couldNever, fears, openedBy, type Fear } from './never.ts';
import { profiles } from './profiles.ts';

const asked = (...values: readonly string[]) => values.map((value) => ({ value }));

describe.each(profiles.map((profile) => [profile.id, profile] as const))('%s', (_, profile) => {
  test.each(fears)('"%s" stands only if each permission leaves it closed', (fear) => {
    const alone = profile.permissions.map(({ value }) => couldNever(asked(value)).includes(fear));
    expect(couldNever(profile.permissions).includes(fear)).toBe(alone.every(Boolean));
  });
});

test('what Direct Routing could never do, sentence by sentence', () => {
  const [directRouting] = profiles;
  expect(couldNever(directRouting!.permissions).map((fear) => pages.never[fear])).toMatchInlineSnapshot(`
    [
      "Read or send mail, or open calendars",
      "Open files in OneDrive or SharePoint",
      "Read chats or channel messages",
      "See or change a password",
      "Add or delete users",
      "Give anyone an administrator’s role",
      "Add other apps, or approve them",
      "Add, change or wipe devices",
    ]
  `);
});

test.each([
  ['Mail.Read', 'mail'],
  ['Files.Read.All', 'files'],
  ['Sites.Read.All', 'files'],
  ['Chat.Read.All', 'chats'],
  ['Group.ReadWrite.All', 'chats'],
  ['Group.ReadWrite.All', 'files'],
  ['User.ReadWrite.All', 'accounts'],
  ['RoleManagement.ReadWrite.Directory', 'roles'],
  ['Application.ReadWrite.All', 'apps'],
  ['Device.ReadWrite.All', 'devices'],
] as const)('%s takes the sentence about %s away', (value, fear) => {
  expect(couldNever(asked('Organization.Read.All', value))).not.toContain(fear);
  expect(couldNever(asked('Organization.Read.All', value.toUpperCase()))).not.toContain(fear);
});

test('who asks for nothing can do none of it', () => {
  expect(couldNever(asked())).toEqual(fears);
});

test.each(['Nobody.Looked.This.Up', '__proto__', 'constructor', ''])(
  '"%s" is not looked up, so nothing is promised',
  (value) => {
    expect(couldNever(asked('Organization.Read.All', value))).toEqual([]);
  },
);

/** What a name alone gives away, read from Microsoft's way of naming and not from our table. */
const families: readonly (readonly [RegExp, Fear])[] = [
  [/^(mail|calendars)/i, 'mail'],
  [/^(files|sites)/i, 'files'],
  [/^(chat|channelmessage)/i, 'chats'],
  [/^user.*readwrite|^directory\.(readwrite|accessasuser)/i, 'accounts'],
  [/^(rolemanagement|approleassignment)\.readwrite/i, 'roles'],
  [/^(application|delegatedpermissiongrant)\.readwrite/i, 'apps'],
  [/^device/i, 'devices'],
];
const familiesOf = (value: string): readonly Fear[] =>
  families.flatMap(([pattern, fear]) => (pattern.test(value) ? [fear] : []));

const anyValue = fc.oneof(
  fc.constantFrom(...profiles.flatMap(({ permissions }) => permissions.map(({ value }) => value))),
  fc
    .tuple(
      fc.constantFrom('Mail', 'Calendars', 'Files', 'Sites', 'Chat', 'ChannelMessage', 'Group', 'User', 'Directory'),
      fc.constantFrom('Read', 'ReadWrite', 'Send', 'AccessAsUser', 'FullControl'),
      fc.constantFrom('', '.All', '.Directory'),
    )
    .map(([noun, verb, reach]) => `${noun}.${verb}${reach}`),
  fc
    .tuple(
      fc.constantFrom('RoleManagement', 'AppRoleAssignment', 'Application', 'DelegatedPermissionGrant', 'Device'),
      fc.constantFrom('.ReadWrite.All', '.ReadWrite.Directory', '.Read.All'),
    )
    .map(([noun, rest]) => `${noun}${rest}`),
  fc.string(),
);

test('nothing that is granted is ever listed as not possible, whatever else is granted', () => {
  fc.assert(
    fc.property(fc.array(anyValue, { maxLength: 12 }), (values) => {
      const kept = couldNever(asked(...values));
      for (const value of values) {
        const opened = openedBy(value) ?? fears;
        expect(kept.filter((fear) => opened.includes(fear) || familiesOf(value).includes(fear))).toEqual([]);
      }
    }),
    { numRuns: 1000 },
  );
});

test('one permission more never adds a sentence, and the order of the permissions says nothing', () => {
  fc.assert(
    fc.property(fc.array(anyValue, { maxLength: 8 }), anyValue, (values, more) => {
      const before = couldNever(asked(...values));
      const after = couldNever(asked(more, ...values));
      expect(before).toEqual(expect.arrayContaining([...after]));
      expect(couldNever(asked(...values.toReversed()))).toEqual(before);
    }),
  );
});
