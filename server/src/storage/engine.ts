import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** A database that has been opened. The repositories are the same for each; only what stands here differs. */
export interface Engine {
  readonly kind: 'sqlite' | 'postgres';
  /** One writer at a time. */
  readonly write: Kysely<Tables>;
  /** May be another handle: readers do not wait for the writer. */
  readonly read: Kysely<Tables>;
  /** A number that changes when another process has committed; undefined where the engine wakes us by itself. */
  dataVersion?(): number;
  /** The engine's own error as one of ours; any other error as it is. */
  translate(error: unknown): unknown;
  close(): Promise<void>;
}
