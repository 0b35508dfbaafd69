import { describe, expect, test } from 'vitest';
import { pages } from '../words/en/pages.ts';
import { couldNever, fears } from './never.ts';
import { resources, type PermissionProfile } from './profile.ts';
import { profiles } from './profiles.ts';

const profileOf = (...values: readonly string[]): PermissionProfile => ({
  id: 'test',
  version: 1,
  permissions: values.map((value) => ({
    resourceAppId: resources.graph,
    kind: 'delegated',
    value,
    required: true,
  })),
});

describe.each(profiles.map((profile) => [profile.id, profile] as const))('%s', (_, profile) => {
  test.each(fears)('"%s" stands only if each permission leaves it closed', (fear) => {
    const alone = profile.permissions.map(({ value }) => couldNever(profileOf(value)).includes(fear));
    expect(couldNever(profile).includes(fear)).toBe(alone.every(Boolean));
  });
});

test('what Direct Routing could never do, sentence by sentence', () => {
  const [directRouting] = profiles;
  expect(couldNever(directRouting!).map((fear) => pages.never[fear])).toMatchInlineSnapshot(`
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
  expect(couldNever(profileOf('Organization.Read.All', value))).not.toContain(fear);
  expect(couldNever(profileOf('Organization.Read.All', value.toUpperCase()))).not.toContain(fear);
});

test('who asks for nothing can do none of it', () => {
  expect(couldNever(profileOf())).toEqual(fears);
});

test.each(['Nobody.Looked.This.Up', '__proto__', 'constructor', ''])(
  '"%s" is not looked up, so nothing is promised',
  (value) => {
    expect(couldNever(profileOf('Organization.Read.All', value))).toEqual([]);
  },
);
