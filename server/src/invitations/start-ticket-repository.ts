/** A one-time address of the Start page. */
export interface StartTicket {
  /** SHA-256 of the ticket, hex. */
  readonly hash: string;
  readonly invitationId: string;
  readonly goodUntil: string;
  readonly usedAt: string | null;
}

export interface StartTicketReads {
  find(hash: string): Promise<StartTicket | undefined>;
}

export interface StartTicketRepository extends StartTicketReads {
  add(ticket: Omit<StartTicket, 'usedAt'>): Promise<void>;
  /** True for exactly one caller, and only while it is good. */
  use(hash: string, at: string): Promise<boolean>;
}
