import type { Order } from '../portal-data.ts';

const name = 'practice-orders';

/**
 * Hears the orders of a test. One tab of this site holds the line and tells the others: a browser has but six lines to a
 * host, and a person may have more tabs.
 */
export function hearOrders(obey: (order: Order) => void): void {
  const others = new BroadcastChannel(name);
  others.addEventListener('message', ({ data }) => obey(data as Order));
  const hold = (): Promise<never> => {
    const line = new EventSource('/practice/orders');
    line.addEventListener('message', ({ data }) => {
      const order = JSON.parse(String(data)) as Order;
      others.postMessage(order);
      obey(order);
    });
    return new Promise(() => undefined);
  };
  void navigator.locks.request(name, hold);
}
