import type { DirectoryRoleId } from '../../permissions/directory-roles.ts';

/** Microsoft's German names of the directory roles, by template id. */
export const directoryRoles = {
  '62e90394-69f5-4237-9190-012177145e10': 'Globaler Administrator',
  'e8611ab8-c189-46e8-94e1-60213ab1f814': 'Administrator für privilegierte Rollen',
  '158c047a-c907-4556-b7ef-446551a6b5f7': 'Cloudanwendungsadministrator',
  '69091246-20e8-4a56-aa4d-066075b2a7a8': 'Teams-Administrator',
  'baf37b3a-610e-45da-9e62-d9d1e5e8914b': 'Teams-Kommunikationsadministrator',
  'aa38014f-0993-46e9-9b45-30501a20909d': 'Teams-Telefonieadministrator',
} as const satisfies Record<DirectoryRoleId, string>;
