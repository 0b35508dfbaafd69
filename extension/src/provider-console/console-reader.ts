import type { CustomerView } from '@latchkey/shared/api/customers';
import type { NamedCustomer } from '@latchkey/shared/provider-console/pattern';
import { createServerApi } from '../server-api/server-api.ts';
import { forgetSession } from '../session/forget-session.ts';
import { keptSession, savedConsoleCustomers } from '../session/remembered.ts';

/** What is known of the customer that an address names. */
export interface CustomerReading {
  /** Null: we have no such customer. Undefined: not known yet. */
  readonly customer: CustomerView | null | undefined;
  /** When the server last said so. */
  readonly readAt: string | null;
  readonly offline: boolean;
}

export interface ConsoleReader {
  /** What is known now; takes up what an earlier worker has left, and asks the server if this one has not yet. */
  of(named: NamedCustomer): Promise<CustomerReading>;
  /** Reads again; calls while a read is under way lead to one more, not to many. */
  refresh(named: NamedCustomer): Promise<void>;
  /** Somebody else is signed in, or nobody: what was read is not for them. */
  forget(): void;
}

interface Needs {
  readonly fetch: typeof fetch;
  readonly now: () => number;
  readonly onChange: () => void;
}

const unread: CustomerReading = { customer: undefined, readAt: null, offline: false };
/** As many pages of the console as anybody has open at a time. */
const mostKept = 20;

export const keyOf = (named: NamedCustomer): string =>
  named.by === 'tenant' ? `tenant ${named.tenant}` : `short-name ${named.shortName}`;

/** Reads customers by what the addresses of the provider's console call them. */
export function createConsoleReader({ fetch: send, now, onChange }: Needs): ConsoleReader {
  let readings = new Map<string, CustomerReading>();
  const running = new Map<string, { readonly done: Promise<void>; again: boolean }>();

  async function read(named: NamedCustomer): Promise<void> {
    const kept = await keptSession.getValue();
    if (kept === null) return;
    const mine = readings;
    const api = createServerApi({
      origin: kept.origin,
      session: () => kept.session,
      onSessionEnded: (ended) => void forgetSession(ended, 'ended'),
      fetch: send,
    });
    const query = named.by === 'tenant' ? { tenant: named.tenant } : { shortName: named.shortName };
    const reply = await api.call('listCustomers', { query });
    // Whoever was signed in is not any more: this answer was theirs.
    if (mine !== readings) return;
    const before = readings.get(keyOf(named)) ?? unread;
    const customer = reply.ok ? (reply.value.items[0] ?? null) : before.customer;
    const readAt = reply.ok ? new Date(now()).toISOString() : before.readAt;
    readings.set(keyOf(named), { customer, readAt, offline: !reply.ok });
    if (reply.ok) await keep(readings);
    onChange();
  }

  function refresh(named: NamedCustomer): Promise<void> {
    const key = keyOf(named);
    const before = running.get(key);
    if (before !== undefined) {
      before.again = true;
      return before.done;
    }
    const run = { again: true, done: Promise.resolve() };
    const untilQuiet = async (): Promise<void> => {
      try {
        while (run.again) {
          run.again = false;
          // oxlint-disable-next-line no-await-in-loop
          await read(named);
        }
      } finally {
        running.delete(key);
      }
    };
    running.set(key, run);
    const done = untilQuiet();
    Object.assign(run, { done });
    return done;
  }

  return {
    async of(named) {
      const key = keyOf(named);
      const known = readings.get(key);
      if (known !== undefined) return known;
      const saved = (await savedConsoleCustomers.getValue())[key];
      const taken = readings.get(key) ?? (saved === undefined ? unread : { ...saved, offline: false });
      readings.set(key, taken);
      void refresh(named);
      return taken;
    },
    refresh,
    forget() {
      readings = new Map();
      running.clear();
    },
  };
}

/** Leaves what was read to the next worker, the newest names only. */
function keep(readings: ReadonlyMap<string, CustomerReading>): Promise<void> {
  const known = [...readings].flatMap(([key, { customer, readAt }]) =>
    customer === undefined || readAt === null ? [] : [[key, { customer, readAt }] as const],
  );
  return savedConsoleCustomers.setValue(Object.fromEntries(known.slice(-mostKept)));
}
