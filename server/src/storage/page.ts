/** A place in a list that is ordered by time, newest first: the last row that the reader has seen. */
export interface TimeCursor {
  readonly at: string;
  readonly id: string;
}

/** A place in a list that is ordered by name. */
export interface NameCursor {
  readonly name: string;
  readonly id: string;
}
