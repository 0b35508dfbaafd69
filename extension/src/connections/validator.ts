import type { ValidationView } from '@latchkey/shared/api/connections';
import { signal, type ReadonlySignal } from '@preact/signals';
import type { Reply } from '../server-api/client-error.ts';
import type { Surroundings } from '../session/surroundings.ts';

/** Validate Authentication, one at a time for each connection, over all pages of the extension. */
export interface Validator {
  /** Since when a validation runs in this page, by connection. */
  readonly running: ReadonlySignal<ReadonlyMap<string, number>>;
  run(connectionId: string): Promise<Reply<ValidationView> | 'elsewhere'>;
}

/** A verdict younger than this is not asked for again by merely opening the popup. */
export const freshForMs = 60_000;

export function createValidator({ api, clock, exclusively }: Surroundings): Validator {
  const running = signal<ReadonlyMap<string, number>>(new Map());
  return {
    running,
    run: (connectionId) =>
      exclusively(`validate ${connectionId}`, async () => {
        running.value = new Map([...running.peek(), [connectionId, clock.now()]]);
        try {
          return await api.call('validateConnection', { params: { connectionId } });
        } finally {
          running.value = new Map([...running.peek()].filter(([id]) => id !== connectionId));
        }
      }),
  };
}
