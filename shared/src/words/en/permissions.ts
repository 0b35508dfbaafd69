/**
 * Permissions as sentences, by claim value: what it allows, why we ask, what stops without it.
 * The claim value itself follows on screen, small. A value that is not here is shown by its claim value alone.
 */
export const permissions = {
  offline_access: {
    allows: 'Keep access while nobody is signed in',
    why: 'Until you revoke it',
    without: 'The connection would end within the hour',
  },
  'Organization.Read.All': {
    allows: 'Read your organisation’s name and domains',
    why: 'To know that the numbers belong to you',
    without: 'We could not tell that the connection reaches your organisation',
  },
  'Directory.Read.All': {
    allows: 'Read your directory: users, licences, approvals',
    why: 'So that we can prove to you what you approved',
    without: 'We could not read back what was approved',
  },
  'TeamsTelephoneNumber.ReadWrite.All': {
    allows: 'Assign telephone numbers in Teams',
    why: 'The service you ordered: Direct Routing',
    without: 'No number could be given to a user',
  },
  'TeamsPolicyUserAssign.ReadWrite.All': {
    allows: 'Assign calling policies to users in Teams',
    why: 'The service you ordered: Direct Routing',
    without: 'Calls could not be routed to your users',
  },
} as const;

export type DescribedPermission = keyof typeof permissions;
