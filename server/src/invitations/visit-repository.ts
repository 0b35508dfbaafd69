/** A browser that holds a link: its cookie's hash stands for the invitation. */
export interface Visit {
  /** SHA-256 of the cookie, hex. */
  readonly cookieHash: string;
  readonly invitationId: string;
  /** The link version that opened it; a renewed link ends older visits. */
  readonly linkVersion: number;
  readonly expiresAt: string;
}

/** Visits change nothing that is true of an invitation, so they are kept outside the audited transaction. */
export interface VisitRepository {
  add(visit: Visit): Promise<void>;
  /** Undefined when there is none, or it is over by `now`. */
  find(cookieHash: string, now: string): Promise<Visit | undefined>;
  /** Deletes what is over by `now`. */
  sweep(now: string): Promise<void>;
}
