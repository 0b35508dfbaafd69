/** Directory roles by template id, which is the same in every tenant. Their names stand in words.directoryRoles. */
export const directoryRoles = {
  globalAdministrator: '62e90394-69f5-4237-9190-012177145e10',
  privilegedRoleAdministrator: 'e8611ab8-c189-46e8-94e1-60213ab1f814',
  cloudApplicationAdministrator: '158c047a-c907-4556-b7ef-446551a6b5f7',
  teamsAdministrator: '69091246-20e8-4a56-aa4d-066075b2a7a8',
  teamsCommunicationsAdministrator: 'baf37b3a-610e-45da-9e62-d9d1e5e8914b',
  teamsTelephonyAdministrator: 'aa38014f-0993-46e9-9b45-30501a20909d',
} as const;

export type DirectoryRoleId = (typeof directoryRoles)[keyof typeof directoryRoles];
