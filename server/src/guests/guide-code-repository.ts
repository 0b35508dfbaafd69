/** A one-time code by which a browser with an invitation hands the guide over to its own extension. */
export interface GuideCode {
  /** SHA-256 of the code, hex. */
  readonly hash: string;
  readonly invitationId: string;
  /** The visit on whose page it was shown: it is worth as much as that visit, and no longer. */
  readonly visitHash: string;
  /** The link's version at that time; a renewed link ends older codes. */
  readonly linkVersion: number;
  readonly goodUntil: string;
  readonly usedAt: string | null;
}

export interface GuideCodeReads {
  find(hash: string): Promise<GuideCode | undefined>;
}

export interface GuideCodeRepository extends GuideCodeReads {
  /** Stores it as the only good one of its visit: whatever the same visit was shown before is used up. */
  add(code: Omit<GuideCode, 'usedAt'>, at: string): Promise<void>;
  /** True for exactly one caller, and only while it is good. */
  use(hash: string, at: string): Promise<boolean>;
}
