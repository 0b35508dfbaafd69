import type { DeliveryFault } from '@latchkey/shared/alerts/delivery-fault';
import type { Alert, StoredTarget } from './alert-repository.ts';

/** What one target is told. */
export interface Told extends Omit<Alert, 'kind'> {
  /** `alert.test`: only that it arrives. */
  readonly kind: Alert['kind'] | 'alert.test';
  /** How often somebody asked that it be sent again. */
  readonly replays: number;
}

/** Whether it was taken; `isForGood`: trying again would end the same. */
export type Outcome =
  | { readonly taken: true }
  | {
      readonly taken: false;
      readonly fault: DeliveryFault;
      readonly code: number | null;
      readonly isForGood: boolean;
    };

/** A way to tell somebody. */
export interface Channel {
  readonly kind: 'webhook' | 'mail';
  /** How many are sent at once. */
  readonly atOnce: number;
  /** Never throws for what is on the other side. */
  send(told: Told, target: StoredTarget): Promise<Outcome>;
  /** Minutes until the next try, after so many that were not taken; undefined once it is given up. */
  waitAfter(tries: number): number | undefined;
}

/** Every way there is in this deployment; without a mail server there is none by mail. */
export interface Channels {
  readonly webhook: Channel;
  readonly mail: Channel | null;
}
