import type { GrantedPermission } from '../permissions/check.ts';

/** Nobody asked, and why. */
export interface NotTried {
  readonly state: 'not_tried';
  readonly because: 'no_token' | 'no_answer_before';
}

/** Microsoft answered with a refusal. `code` is Graph's or OAuth's error code, never shown raw. */
export interface Refused {
  readonly state: 'refused';
  readonly status: number;
  readonly code: string;
  readonly requestId: string | null;
}

/** No answer, or one that says nothing about the connection: network, throttling, a fault at Microsoft. */
export interface Unreachable {
  readonly state: 'unreachable';
  readonly status: number | null;
  readonly retryAfterSeconds: number | null;
  readonly requestId: string | null;
}

/** What came back when a fresh token was asked for. Times are ISO 8601, UTC. */
export type TokenObservation =
  | {
      readonly state: 'issued';
      /** Our clock when the answer arrived from the network; null when the token came out of a cache. */
      readonly receivedAt: string | null;
      /** `iat` as the token itself says; null when it cannot be read. It can only take a verdict away, never give one. */
      readonly issuedAt: string | null;
      readonly tenantId: string | null;
      /** Scopes or app roles as the token itself says; null when they cannot be read. They explain a refusal, and prove nothing. */
      readonly permissions: readonly string[] | null;
      readonly requestId: string | null;
    }
  | {
      readonly state: 'refused';
      readonly error: string;
      readonly suberror: string | null;
      /** The AADSTS number; null when there was none. */
      readonly aadsts: number | null;
      readonly correlationId: string | null;
      readonly requestId: string | null;
    }
  | Unreachable;

export type OrganizationObservation =
  | {
      readonly state: 'read';
      readonly tenantId: string;
      readonly displayName: string;
      readonly requestId: string | null;
    }
  | Refused
  | Unreachable
  | NotTried;

export type RegistrationObservation =
  | {
      readonly state: 'read';
      readonly objectId: string;
      readonly enabled: boolean;
      readonly disabledByMicrosoft: string | null;
      /** Only who is assigned may use it. */
      readonly assignmentRequired: boolean;
      readonly requestId: string | null;
    }
  | { readonly state: 'absent'; readonly requestId: string | null }
  | Refused
  | Unreachable
  | NotTried;

export type GrantsObservation =
  | { readonly state: 'read'; readonly granted: readonly GrantedPermission[]; readonly requestId: string | null }
  | Refused
  | Unreachable
  | NotTried;

/** Nothing of this kind is asked of this connection. */
export interface NotNeeded {
  readonly state: 'not_needed';
}

/** The applications whose permissions a profile asks for (Graph, the Teams admin API), as the tenant has them. */
export type ResourcesObservation =
  | {
      readonly state: 'read';
      readonly resources: readonly {
        readonly appId: string;
        readonly standing: 'enabled' | 'disabled' | 'absent';
      }[];
      readonly requestId: string | null;
    }
  | Refused
  | Unreachable
  | NotTried;

/** Directory roles of whoever acts: the account, or the registration itself. By template id. */
export type RolesObservation =
  | {
      readonly state: 'read';
      readonly active: readonly string[];
      /** Held, but to be activated first; null when that may not be read. */
      readonly eligible: readonly string[] | null;
      readonly requestId: string | null;
    }
  | Refused
  | Unreachable
  | NotTried
  | NotNeeded;

/** A live read of one workload. */
export type ProbeObservation =
  | { readonly state: 'read'; readonly requestId: string | null }
  | Refused
  | Unreachable
  | NotTried
  | NotNeeded;

/** What the connection lives on, and how old that is. Times only, no secret. */
export interface Credentials {
  /** The newest refresh token; null where there is none. */
  readonly refreshToken: { readonly issuedAt: string } | null;
  /** Secret or certificate by which the application proves itself; null when nobody said when it ends. */
  readonly client: {
    readonly kind: 'secret' | 'certificate';
    readonly expiresAt: string;
    readonly owner: 'customer' | 'provider';
  } | null;
  /** A stored password: when it was last proved, and whether the connection still needs it. */
  readonly password: { readonly provedAt: string | null; readonly needed: boolean } | null;
}

/** Everything one validation saw: what was asked, of whom, when, and what came back. Plain data, no judgement. */
export interface Observations {
  /** When the run ended. */
  readonly at: string;
  readonly pinnedTenantId: string;
  /** The newest consent change that we know of; null when we never saw one. */
  readonly consentChangedAt: string | null;
  readonly token: TokenObservation;
  readonly organization: OrganizationObservation;
  readonly registration: RegistrationObservation;
  readonly grants: GrantsObservation;
  readonly resources: ResourcesObservation;
  readonly roles: RolesObservation;
  /** A read of one user, and of one telephone number. The directory itself is `organization`. */
  readonly users: ProbeObservation;
  readonly teams: ProbeObservation;
  /** The Teams administration API is a resource of its own: first a token for it, then a read. */
  readonly teamsAdminToken: TokenObservation | NotTried | NotNeeded;
  readonly teamsAdmin: ProbeObservation;
  readonly credentials: Credentials;
}
