import { signInScopes } from './profile.ts';

/** What an administrator fears most. Each has a sentence in words.pages.never. */
export const fears = ['mail', 'files', 'chats', 'passwords', 'accounts', 'roles', 'apps', 'devices'] as const;
export type Fear = (typeof fears)[number];

/**
 * What each claim value opens, as Microsoft's permission reference describes it, read generously: when in doubt, it opens.
 * A value that is not here opens everything, so that nobody is promised what nobody looked up.
 */
const opens: Readonly<Record<string, readonly Fear[]>> = {
  ...Object.fromEntries(signInScopes.map((scope) => [scope.toLowerCase(), []])),
  'user.readbasic.all': [],
  'user.read.all': [],
  'organization.read.all': [],
  'directory.read.all': [],
  'auditlog.read.all': [],
  'teamstelephonenumber.read.all': [],
  'teamstelephonenumber.readwrite.all': [],
  'teamspolicyuserassign.readwrite.all': [],

  'mail.read': ['mail'],
  'mail.readwrite': ['mail'],
  'mail.send': ['mail'],
  'calendars.read': ['mail'],
  'files.read.all': ['files'],
  'files.readwrite.all': ['files'],
  'sites.read.all': ['files'],
  'sites.fullcontrol.all': ['files'],
  'chat.read.all': ['chats'],
  'channelmessage.read.all': ['chats'],
  // A group has a mailbox, a site and a team; whoever writes groups may also put people into those that carry a role.
  'group.read.all': ['mail', 'files', 'chats'],
  'group.readwrite.all': ['mail', 'files', 'chats', 'roles'],
  'groupmember.readwrite.all': ['roles'],
  'user.readwrite.all': ['passwords', 'accounts'],
  'user-passwordprofile.readwrite.all': ['passwords'],
  'userauthenticationmethod.readwrite.all': ['passwords'],
  'directory.readwrite.all': ['accounts', 'apps', 'devices', 'roles', 'mail', 'files', 'chats'],
  'directory.accessasuser.all': fears,
  'rolemanagement.readwrite.directory': ['roles', 'passwords', 'apps'],
  // Whoever may give app roles may give itself any of them.
  'approleassignment.readwrite.all': fears,
  'application.readwrite.all': fears,
  'delegatedpermissiongrant.readwrite.all': fears,
  'device.readwrite.all': ['devices'],
  'devicemanagementmanageddevices.privilegedoperations.all': ['devices'],
};

/** What one permission opens; undefined when nobody has looked it up. */
export function openedBy(value: string): readonly Fear[] | undefined {
  const known = value.toLowerCase();
  return Object.hasOwn(opens, known) ? opens[known] : undefined;
}

/** "What it could never do": a sentence stands only if none of these permissions allows it, asked for or granted. */
export function couldNever(permissions: readonly { readonly value: string }[]): readonly Fear[] {
  const open = new Set(permissions.flatMap(({ value }) => openedBy(value) ?? fears));
  return fears.filter((fear) => !open.has(fear));
}
