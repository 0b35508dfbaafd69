import { sendableAt } from '@latchkey/shared/alerts/quiet-hours';
import type { Clock } from '../clock.ts';
import type { Sealer } from '../sealing/sealer.ts';
import type { Store } from '../storage/store.ts';
import { pinAlertAddress, type Resolves } from './alert-address.ts';
import type { Delivery, StoredTarget } from './alert-repository.ts';
import { targetOwner } from './alert-targets.ts';
import type { PostsAlerts } from './send-alert.ts';
import { signatureHeaders } from './sign-alert.ts';

export interface AlertWorkerSettings {
  readonly store: Store;
  readonly sealer: Sealer;
  readonly post: PostsAlerts;
  /** Hosts of the deployment that may be private. */
  readonly namedHosts: readonly string[];
  readonly resolves?: Resolves;
  readonly now: Clock;
}

const leaseMs = 60_000;
const atOnce = 10;
/** Minutes until the next try; after the last one it is given up, and can be replayed. */
const waits = [1, 5, 15, 60, 180, 360, 720];

/** Sends what is due; gives how many were looked at. */
export function createAlertWorker(settings: AlertWorkerSettings): () => Promise<number> {
  const { store, now } = settings;
  return async () => {
    const at = now();
    const leasedUntil = new Date(at.getTime() + leaseMs).toISOString();
    const claimed = await store.alertQueue.claim({ now: at.toISOString(), leasedUntil, limit: atOnce });
    await Promise.all(claimed.map((delivery) => deliver(settings, delivery)));
    return claimed.length;
  };
}

async function deliver(settings: AlertWorkerSettings, delivery: Delivery): Promise<void> {
  const { store, now } = settings;
  const queue = store.alertQueue;
  const target = await store.read.alerts.target(delivery.targetId);
  if (target === undefined || !target.on) return void (await queue.done(delivery, 'superseded', now().toISOString()));
  const sendable = sendableAt(target.quiet, now());
  if (sendable > now())
    return void (await queue.putOff(delivery, { due: sendable.toISOString(), tries: delivery.tries }));
  if (await isOutdated(settings, delivery)) return void (await queue.done(delivery, 'superseded', now().toISOString()));
  const status = await send(settings, delivery, target);
  if (status !== null && status >= 200 && status < 300)
    return void (await queue.done(delivery, 'sent', now().toISOString()));
  const wait = waits[delivery.tries];
  if (wait === undefined) return void (await queue.done(delivery, 'failed', now().toISOString()));
  const due = new Date(now().getTime() + wait * 60_000).toISOString();
  await queue.putOff(delivery, { due, tries: delivery.tries + 1 });
}

/** While it waited the connection went on: a later change says what is true now, and what the target knows already is no news. */
async function isOutdated({ store }: AlertWorkerSettings, delivery: Delivery): Promise<boolean> {
  if (delivery.alert.kind !== 'connection.verdict_changed' || delivery.isReplay) return false;
  if (await store.alertQueue.hasLater(delivery)) return true;
  return (await store.alertQueue.lastTold(delivery)) === delivery.alert.to;
}

async function send(
  { sealer, post, namedHosts, resolves, now }: AlertWorkerSettings,
  { alert }: Delivery,
  target: StoredTarget,
): Promise<number | null> {
  const pinned = await pinAlertAddress(target.url, namedHosts, resolves);
  if (pinned === undefined) return null;
  const { key: id, kind: type, at, sequence, data } = alert;
  const body = JSON.stringify({ id, type, at, sequence, ...data });
  const secret = await sealer.open(target.sealedSecret, targetOwner(target.id));
  const seconds = Math.floor(now().getTime() / 1000);
  return post(pinned, { headers: signatureHeaders(secret, { id, seconds, body }), body });
}
