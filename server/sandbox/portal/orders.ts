import type { Order } from './portal-data.ts';

/** Tells every open page of the portals what to do now. */
export interface Orders {
  give(order: Order): void;
  /** Hears each order until the signal says that nobody listens any more. */
  hear(listener: (order: Order) => void, signal: AbortSignal): void;
}

export function openOrders(): Orders {
  const listeners = new Set<(order: Order) => void>();
  return {
    give: (order) => listeners.forEach((listener) => listener(order)),
    hear(listener, signal) {
      listeners.add(listener);
      signal.addEventListener('abort', () => listeners.delete(listener), { once: true });
    },
  };
}
