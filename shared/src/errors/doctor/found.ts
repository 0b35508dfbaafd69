import type { GraphCode } from '../graph-faults.ts';
import type { OAuthError, suberrors } from '../oauth-faults.ts';
import type { TransportFault } from '../transport-faults.ts';

/** What was found in a paste: codes of known shapes and ids, and nothing of its text. */
export interface Found {
  /** AADSTS numbers, known or not, the one that says it plainly first. */
  readonly aadsts: readonly number[];
  readonly graph: GraphCode | null;
  readonly oauthError: OAuthError | null;
  readonly suberror: (typeof suberrors)[number] | null;
  readonly transport: TransportFault | null;
  readonly status: number | null;
  readonly correlationId: string | null;
  /** Microsoft's trace or request id. */
  readonly requestId: string | null;
  /** ISO 8601, UTC. */
  readonly timestamp: string | null;
  readonly tenantId: string | null;
  readonly tenantDomain: string | null;
  readonly appId: string | null;
}

/** A paste that was read, or one that we do not read. */
export type Paste =
  | { readonly state: 'read'; readonly found: Found }
  /** It carries the code of a sign-in: nothing of it was used or kept. */
  | { readonly state: 'refused' };
