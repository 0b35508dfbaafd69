import { sendableAt } from '@latchkey/shared/alerts/quiet-hours';
import type { Clock } from '../clock.ts';
import type { Store } from '../storage/store.ts';
import type { Delivery } from './alert-repository.ts';
import type { Channel } from './channel.ts';

export interface AlertWorkerSettings {
  readonly store: Pick<Store, 'alertQueue' | 'read'>;
  readonly channel: Channel;
  readonly now: Clock;
}

const leaseMs = 60_000;

/** Sends what is due on one channel; gives how many were looked at. */
export function createAlertWorker(settings: AlertWorkerSettings): () => Promise<number> {
  const { store, channel, now } = settings;
  return async () => {
    const at = now();
    const leasedUntil = new Date(at.getTime() + leaseMs).toISOString();
    const { kind, atOnce: limit } = channel;
    const claimed = await store.alertQueue.claim({ kind, now: at.toISOString(), leasedUntil, limit });
    await Promise.all(claimed.map((delivery) => deliver(settings, delivery)));
    return claimed.length;
  };
}

async function deliver(settings: AlertWorkerSettings, delivery: Delivery): Promise<void> {
  const { store, channel, now } = settings;
  const queue = store.alertQueue;
  const target = await store.read.alerts.target(delivery.targetId);
  if (target === undefined || !target.on) return void (await queue.done(delivery, 'superseded', now().toISOString()));
  const sendable = sendableAt(target.quiet, now());
  if (sendable > now())
    return void (await queue.putOff(delivery, { due: sendable.toISOString(), tries: delivery.tries }));
  if (await isOutdated(settings, delivery)) return void (await queue.done(delivery, 'superseded', now().toISOString()));
  const outcome = await channel.send({ ...delivery.alert, replays: delivery.replays }, target);
  const at = now();
  if (outcome.taken) return void (await queue.done(delivery, 'sent', at.toISOString()));
  const failure = { fault: outcome.fault, code: outcome.code, at: at.toISOString() };
  const wait = outcome.isForGood ? undefined : channel.waitAfter(delivery.tries);
  if (wait === undefined) return void (await queue.done(delivery, 'failed', at.toISOString(), failure));
  const due = new Date(at.getTime() + wait * 60_000).toISOString();
  await queue.putOff(delivery, { due, tries: delivery.tries + 1, failure });
}

/** While it waited the connection went on: a later change says what is true now, and what the target knows already is no news. */
async function isOutdated({ store }: AlertWorkerSettings, delivery: Delivery): Promise<boolean> {
  if (delivery.alert.kind !== 'connection.verdict_changed' || delivery.replays > 0) return false;
  if (await store.alertQueue.hasLater(delivery)) return true;
  return (await store.alertQueue.lastTold(delivery)) === delivery.alert.to;
}
