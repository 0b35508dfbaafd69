import * as z from 'zod/mini';

/** Graph's answers, as far as we read them. Anything else in them is left alone. */
const pageOf = <Item extends z.ZodMiniType>(item: Item) =>
  z.object({ value: z.array(item), '@odata.nextLink': z.optional(z.string()) });

export const OrganizationPage = pageOf(
  z.object({ id: z.string(), displayName: z.nullish(z.string().check(z.maxLength(256))) }),
);

export const ServicePrincipal = z.object({
  id: z.string().check(z.minLength(1)),
  appId: z.string(),
  accountEnabled: z.nullish(z.boolean()),
  disabledByMicrosoftStatus: z.nullish(z.string()),
  appRoleAssignmentRequired: z.nullish(z.boolean()),
});

export const PermissionGrantPage = pageOf(
  z.object({
    /** Object id of the service principal that was granted something. */
    clientId: z.string(),
    consentType: z.string(),
    principalId: z.nullish(z.string()),
    resourceId: z.string(),
    scope: z.nullish(z.string()),
  }),
);
export type PermissionGrant = z.infer<typeof PermissionGrantPage>['value'][number];

export const AppRoleAssignmentPage = pageOf(
  z.object({ principalId: z.string(), appRoleId: z.string(), resourceId: z.string() }),
);
export type AppRoleAssignment = z.infer<typeof AppRoleAssignmentPage>['value'][number];

export const ResourceServicePrincipal = z.object({
  id: z.string(),
  appId: z.string(),
  appRoles: z.array(z.object({ id: z.string(), value: z.nullish(z.string()), isEnabled: z.boolean() })),
  oauth2PermissionScopes: z.array(z.object({ value: z.nullish(z.string()), isEnabled: z.boolean() })),
});

export const DirectoryRolePage = pageOf(z.object({ roleTemplateId: z.string() }));
export const EligibleRolePage = pageOf(z.object({ roleDefinitionId: z.string() }));

/** A tenant has at least one user: who asks is one, or somebody made the application. */
export const UserPage = z.object({
  value: z.array(z.object({ id: z.guid() })).check(z.minLength(1)),
});
/** A tenant may have no telephone number yet. */
export const NumberPage = z.object({ value: z.array(z.looseObject({})) });

export const GraphErrorBody = z.object({
  error: z.object({
    code: z.string(),
    innerError: z.optional(z.object({ 'request-id': z.optional(z.string()) })),
    innererror: z.optional(z.object({ 'request-id': z.optional(z.string()) })),
  }),
});

export const BatchBody = z.object({
  responses: z.array(
    z.object({
      id: z.string(),
      status: z.int(),
      headers: z.optional(z.record(z.string(), z.string())),
      body: z.optional(z.unknown()),
    }),
  ),
});
