/** One call that must happen once, however often it is sent. */
export interface IdempotencyTicket {
  readonly key: string;
  readonly operatorId: string;
  /** HMAC over method, path and body: the same key with another request is refused. */
  readonly fingerprint: string;
}

/** The answer that was given, to be given again. */
export interface KeptAnswer extends IdempotencyTicket {
  readonly status: number;
  readonly response: unknown;
  readonly at: string;
}

export interface IdempotencyReads {
  find(key: string, operatorId: string): Promise<KeptAnswer | undefined>;
}

export interface IdempotencyRepository extends IdempotencyReads {
  /** Keeps the answer in the same transaction as its effect. False when the key is taken: throw then, so that nothing remains. */
  keep(answer: KeptAnswer): Promise<boolean>;
}
