import type { Sealed } from '../sealing/sealer.ts';

/** One press of Start: the transaction that Microsoft's answer belongs to. */
export interface ConsentStart {
  readonly id: string;
  readonly invitationId: string;
  readonly kind: 'authorize' | 'adminconsent';
  /** SHA-256 of `state`, hex. */
  readonly stateHash: string;
  /** SHA-256 of the cookie that the browser got with this start, hex. */
  readonly cookieHash: string;
  /** Nonce and PKCE verifier. */
  readonly sealed: Sealed;
  readonly createdAt: string;
  readonly usedAt: string | null;
  readonly supersededAt: string | null;
}

export interface StartReads {
  findByState(stateHash: string): Promise<ConsentStart | undefined>;
  /** The newest start of an invitation. */
  findLatest(invitationId: string): Promise<ConsentStart | undefined>;
}

export interface StartRepository extends StartReads {
  add(start: Omit<ConsentStart, 'usedAt' | 'supersededAt'>): Promise<void>;
  /** True for exactly one caller, and never for a superseded start. */
  use(id: string, at: string): Promise<boolean>;
  /** Every open start of the invitation is superseded; gives how many. */
  supersedeAll(invitationId: string, at: string): Promise<number>;
  /** What was sealed is deleted: the answer came, or will not be taken any more. */
  forgetSealed(id: string): Promise<void>;
}
