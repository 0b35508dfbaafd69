/** The directory roles that matter here, with the template id that is the same in every tenant. */
export const directoryRoles = {
  'Global Administrator': '62e90394-69f5-4237-9190-012177145e10',
  'Privileged Role Administrator': 'e8611ab8-c189-46e8-94e1-60213ab1f814',
  'Cloud Application Administrator': '158c047a-c907-4556-b7ef-446551a6b5f7',
  'Application Administrator': '9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3',
  'Teams Administrator': '69091246-20e8-4a56-aa4d-066075b2a7a8',
  'Teams Communications Administrator': 'baf37b3a-610e-45da-9e62-d9d1e5e8914b',
  'Teams Telephony Administrator': 'aa38014f-0993-46e9-9b45-30501a20909d',
  'User Administrator': 'fe930be7-5e62-47db-91af-98c3a49a38b1',
} as const satisfies Record<string, string>;

export type DirectoryRoleName = keyof typeof directoryRoles;

/** Every member carries this one in `wids`, an administrator too: a non-empty `wids` proves nothing. */
const everyMember = 'b79fbf4d-3ef9-4689-8143-76b194e85509';

/** The `wids` of a token: the template ids of the person's roles, and the one that everybody has. */
export const widsOf = (roles: readonly DirectoryRoleName[]): readonly string[] => [
  ...roles.map((role) => directoryRoles[role]),
  everyMember,
];

/** May consent to delegated permissions for everybody (through /adminconsent). */
const consentToDelegated: readonly DirectoryRoleName[] = [
  'Global Administrator',
  'Privileged Role Administrator',
  'Cloud Application Administrator',
  'Application Administrator',
];

/** May also consent to application permissions on Microsoft Graph. */
const consentToGraphRoles: readonly DirectoryRoleName[] = ['Global Administrator', 'Privileged Role Administrator'];

export const mayConsentToDelegated = (roles: readonly DirectoryRoleName[]): boolean =>
  roles.some((role) => consentToDelegated.includes(role));

export const mayConsentToGraphRoles = (roles: readonly DirectoryRoleName[]): boolean =>
  roles.some((role) => consentToGraphRoles.includes(role));

/** Only a Global Administrator ever sees "Consent on behalf of your organization". */
export const seesTheBox = (roles: readonly DirectoryRoleName[]): boolean => roles.includes('Global Administrator');
