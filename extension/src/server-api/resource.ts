import { signal, type ReadonlySignal } from '@preact/signals';
import type { ClientError, Reply } from './client-error.ts';

/** What is known of one thing on the server. An error does not take away what was known before. */
export interface Known<Value> {
  readonly value: Value | undefined;
  /** When `value` was last read, in milliseconds since the epoch. */
  readonly at: number | null;
  readonly error: ClientError | null;
  readonly loading: boolean;
  /** The value stems from an earlier page, not from the server. */
  readonly saved: boolean;
}

export interface Resource<Value> {
  readonly known: ReadonlySignal<Known<Value>>;
  /** Reads again; calls while a read is under way lead to one more read, not to many. */
  readonly refresh: () => Promise<void>;
  /** Puts in what was just learned from another answer, or remembered. */
  readonly put: (value: Value, at: number, saved?: boolean) => void;
}

/** Keeps one thing of the server at hand. */
export function createResource<Value>(load: () => Promise<Reply<Value>>, now: () => number): Resource<Value> {
  const known = signal<Known<Value>>({ value: undefined, at: null, error: null, loading: false, saved: false });
  let running: Promise<void> | undefined;
  let again = false;

  async function run(): Promise<void> {
    do {
      again = false;
      known.value = { ...known.peek(), loading: true };
      const reply = await load();
      known.value = reply.ok
        ? { value: reply.value, at: now(), error: null, loading: false, saved: false }
        : { ...known.peek(), error: reply.error, loading: false };
    } while (again);
  }

  return {
    known,
    refresh() {
      again = running !== undefined;
      running ??= run().finally(() => (running = undefined));
      return running;
    },
    put(value, at, saved = false) {
      known.value = { value, at, error: null, loading: known.peek().loading, saved };
    },
  };
}
