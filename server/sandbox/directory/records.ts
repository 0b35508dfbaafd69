import type { KeyObject } from 'node:crypto';
import type { DirectoryRoleName } from './roles.ts';

export interface Tenant {
  readonly id: string;
  readonly displayName: string;
  readonly country: string;
  readonly domains: readonly { readonly name: string; readonly isInitial: boolean; readonly isDefault: boolean }[];
  readonly usersMayConsent: boolean;
  /** The admin consent workflow is on. */
  readonly takesConsentRequests: boolean;
}

export interface Person {
  /** The object id; different in every tenant. */
  readonly id: string;
  readonly tenantId: string;
  readonly name: string;
  readonly username: string;
  readonly password: string;
  readonly roles: readonly DirectoryRoleName[];
  /** Roles that the person may activate, and has not. */
  readonly eligibleRoles: readonly DirectoryRoleName[];
  readonly mfa: boolean;
}

/** What an application asks for without being asked: the static list of its registration. */
interface RequiredResource {
  readonly resourceAppId: string;
  readonly scopes: readonly string[];
  readonly roles: readonly string[];
}

/** A certificate that was uploaded to a registration. */
export interface RegisteredCertificate {
  /** SHA-256 of its DER, as base64url. */
  readonly thumbprint: string;
  readonly publicKey: KeyObject;
  /** Its DER, as base64. */
  readonly der: string;
  readonly expiresAt: number;
}

/** An application registration: it lives in one tenant and may be used in many. */
export interface Registration {
  readonly clientId: string;
  readonly displayName: string;
  readonly publisher: string;
  readonly homeTenantId: string;
  readonly multiTenant: boolean;
  readonly redirects: readonly { readonly uri: string; readonly type: 'web' | 'spa' }[];
  readonly secrets: readonly { readonly value: string; readonly expiresAt: number }[];
  readonly certificates: readonly RegisteredCertificate[];
  readonly requires: readonly RequiredResource[];
  /** `groupMembershipClaims: DirectoryRole` of the manifest: `wids` in the id_token. */
  readonly showsDirectoryRoles: boolean;
  /** One of Microsoft's own: never asks for consent. */
  readonly firstParty: boolean;
  /** The portals: a second factor for everybody since 2024. */
  readonly demandsMfa: boolean;
}

/** An enterprise application: what is left of a registration in one tenant. */
export interface ServicePrincipal {
  readonly id: string;
  readonly tenantId: string;
  readonly appId: string;
  readonly displayName: string;
  readonly publisher: string;
  readonly ownerTenantId: string;
  readonly createdAt: number;
  /** Whether the tenant's administrators let it sign in. */
  readonly enabled: boolean;
  readonly assignmentRequired: boolean;
  /** Microsoft's reason, where it is Microsoft that has switched it off. */
  readonly disabledByMicrosoft: string | null;
}

/** A delegated grant: for everybody in the tenant, or for one person. */
export interface Grant {
  readonly id: string;
  readonly tenantId: string;
  /** The object id of the client's service principal, not its app id. */
  readonly clientId: string;
  readonly resourceId: string;
  readonly consentType: 'AllPrincipals' | 'Principal';
  readonly principalId: string | null;
  readonly scopes: readonly string[];
  readonly createdAt: number;
}

/** An application role that a service principal or a person has. */
export interface AppRoleAssignment {
  readonly id: string;
  readonly tenantId: string;
  readonly appRoleId: string;
  readonly principalId: string;
  readonly principalType: 'ServicePrincipal' | 'User';
  readonly resourceId: string;
  readonly createdAt: number;
}
