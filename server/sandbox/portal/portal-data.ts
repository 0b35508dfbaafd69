/** Who is signed in at the portal. */
export interface PortalSession {
  readonly signedIn: true;
  readonly name: string;
  readonly username: string;
  readonly tenantId: string;
  readonly tenantName: string;
}

/** A row of the list of enterprise applications. */
export interface PortalApplication {
  readonly objectId: string;
  readonly appId: string;
  readonly name: string;
  readonly publisher: string;
  readonly createdOn: string;
}

/** A row of the permissions of an application, in the columns of the blade. */
export interface PortalPermission {
  readonly apiName: string;
  readonly claimValue: string;
  readonly permission: string;
  readonly type: 'Delegated' | 'Application';
  readonly grantedThrough: 'Admin consent' | 'User consent';
  readonly grantedBy: string;
}

export interface PortalApplicationDetails extends PortalApplication {
  readonly adminConsent: readonly PortalPermission[];
  readonly userConsent: readonly PortalPermission[];
}
