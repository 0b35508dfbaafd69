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
}
