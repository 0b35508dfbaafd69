import type { DeliveryFault } from '@latchkey/shared/alerts/delivery-fault';
import type { QuietHours } from '@latchkey/shared/alerts/quiet-hours';
import type { Sealed } from '../sealing/sealer.ts';

/** What a target's sealed secret is bound to: copied to another target it does not open. */
export const targetOwner = (id: string): string => `alert-target:${id}`;

/** Where alerts are sent. */
export interface StoredTarget {
  readonly id: string;
  /** An address that is called, or `mailto:` and one that is written to. */
  readonly url: string;
  /** By which alerts to a system are signed; null where they go by mail. */
  readonly sealedSecret: Sealed | null;
  readonly on: boolean;
  readonly quiet: QuietHours | null;
  readonly changedAt: string;
  readonly changedBy: string;
  readonly version: number;
}

/** Why an alert was not taken. */
export interface Failure {
  readonly fault: DeliveryFault;
  /** The status that came back, if one did. */
  readonly code: number | null;
  readonly at: string;
}

/** How sending to a target goes. */
export interface TargetProgress {
  readonly waiting: number;
  readonly failed: number;
  readonly deliveredAt: string | null;
  /** The latest of what waits or was given up. */
  readonly lastFailure: Failure | null;
}

/** Something that somebody is told of. Of alerts with the same key there is one: it is not raised twice. */
export interface Alert {
  readonly key: string;
  /** The audit line by which it became true. */
  readonly sequence: number;
  readonly at: string;
  readonly kind: 'connection.verdict_changed' | 'credential.expires';
  readonly connectionId: string | null;
  /** For a change: the verdict that it ends with. */
  readonly to: string | null;
  /** What is sent, beside id, kind, time and sequence. Never a secret. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** One alert on its way to one target, claimed. */
export interface Delivery {
  readonly id: string;
  readonly targetId: string;
  readonly alert: Alert;
  /** How often it was claimed: whoever holds an older claim has lost it. */
  readonly claims: number;
  /** How often it was sent and not taken. */
  readonly tries: number;
  /** How often somebody asked for it again: then it is sent whatever is true by now. */
  readonly replays: number;
}

export interface AlertReads {
  targets(): Promise<readonly StoredTarget[]>;
  target(id: string): Promise<StoredTarget | undefined>;
  progress(targetId: string): Promise<TargetProgress>;
}

export interface AlertRepository extends AlertReads {
  /** As version `expectedVersion + 1`, 0 for a new one; false when somebody was faster. */
  putTarget(target: Omit<StoredTarget, 'version'>, expectedVersion: number): Promise<boolean>;
  /** With all that waits for it; false when there was none. */
  removeTarget(id: string): Promise<boolean>;
  /** With a delivery to each target that is on; false when it was raised before: nothing is stored then. */
  raise(alert: Alert): Promise<boolean>;
  /** Sends again whatever came after a sequence; gives how many. */
  replay(targetId: string, after: number, due: string): Promise<number>;
}

/** Sending, outside a transaction: claimed by lease, done, put off. At least once: the receiver knows a second one by its id. */
export interface AlertQueue {
  claim(claim: {
    readonly kind: 'webhook' | 'mail';
    readonly now: string;
    readonly leasedUntil: string;
    readonly limit: number;
  }): Promise<readonly Delivery[]>;
  /** `sent`, `failed`: given up; `superseded`: a later one says what is true now. */
  done(delivery: Delivery, state: 'sent' | 'failed' | 'superseded', at: string, failure?: Failure): Promise<boolean>;
  putOff(
    delivery: Delivery,
    to: { readonly due: string; readonly tries: number; readonly failure?: Failure },
  ): Promise<boolean>;
  /** Whether a later change of the same connection waits for the same target. */
  hasLater(delivery: Delivery): Promise<boolean>;
  /** The verdict that the target was last told of this connection. */
  lastTold(delivery: Delivery): Promise<string | null>;
}
