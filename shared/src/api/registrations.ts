import * as z from 'zod/mini';
import { defineEndpoint, operatorErrors } from './endpoint.ts';
import { Instant, TenantId } from './schemas.ts';

/** The provider's own three registrations. */
export const registrationNames = ['api', 'extension', 'consent'] as const;
const RegistrationName = /* @__PURE__ */ z.enum(registrationNames);
export type RegistrationName = z.infer<typeof RegistrationName>;

/** What is looked at in one of them. */
const RegistrationCheck = /* @__PURE__ */ z.enum([
  'registered',
  'audience',
  'token_version',
  'identifier_uri',
  'scope',
  'roles',
  'redirects',
  'asks_for_api',
  'no_secret',
  'role_claims',
  'permissions',
  'credential',
  'publisher',
]);
export type RegistrationCheck = z.infer<typeof RegistrationCheck>;

/** A warning holds nobody up today. What was not read is unknown, and never good. */
const RegistrationStanding = /* @__PURE__ */ z.enum(['good', 'warning', 'bad', 'unknown']);
export type RegistrationStanding = z.infer<typeof RegistrationStanding>;

/** Why something is not known, or what is wrong with it beyond what was expected and found. */
const RegistrationReason = /* @__PURE__ */ z.enum([
  'no_permission',
  'no_token',
  'not_found',
  'unreachable',
  'malformed',
  'not_given',
  'resource_unread',
  'profiles_unread',
  'several_profiles',
  'no_extension_named',
  'firefox_redirect',
  'which_secret',
  'credential_gone',
  'credential_ended',
  'credential_ends_soon',
  'credential_refused',
]);
export type RegistrationReason = z.infer<typeof RegistrationReason>;

const Shown = /* @__PURE__ */ z.array(z.string());

/** One fact about a registration: as it should be, and as it was read. No secret is ever in it. */
export const RegistrationFinding = z.strictObject({
  registration: RegistrationName,
  check: RegistrationCheck,
  standing: RegistrationStanding,
  expected: Shown,
  /** Null where it was not read. */
  found: z.nullable(Shown),
  /** Of what is expected, what is not there; and what is there and should not be. */
  lacks: Shown,
  surplus: Shown,
  reason: z.nullable(RegistrationReason),
  /** When the credential ends. */
  endsAt: z.nullable(Instant),
  /** A command that puts it right, where one does. */
  mend: z.nullable(z.string()),
});
export type RegistrationFinding = z.infer<typeof RegistrationFinding>;

/** How the deployment is registered at Microsoft, and in which cloud. */
export const RegistrationsView = z.strictObject({
  checkedAt: Instant,
  cloud: z.strictObject({
    key: z.string(),
    name: z.string(),
    login: z.string(),
    graph: z.string(),
    portal: z.string(),
  }),
  /** The tenant in which the registrations were looked for. */
  tenantId: TenantId,
  registrations: z.array(
    z.strictObject({ name: RegistrationName, clientId: z.guid(), redirectUris: z.array(z.string()) }),
  ),
  credential: z.strictObject({ kind: z.enum(['secret', 'certificate']), endsAt: z.nullable(Instant) }),
  findings: z.array(RegistrationFinding),
});
export type RegistrationsView = z.infer<typeof RegistrationsView>;

/** Looks now: nothing of an earlier look is shown again. */
export const checkRegistrations = defineEndpoint({
  method: 'POST',
  path: '/v1/registrations/check',
  summary: 'Read the provider’s own registrations at Microsoft, and say what is good, bad and unknown about them',
  who: ['Admin'],
  body: z.strictObject({}),
  response: RegistrationsView,
  status: 200,
  errors: operatorErrors,
  audit: { none: 'reading in the provider’s own tenant' },
});
