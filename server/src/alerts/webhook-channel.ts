import type { Clock } from '../clock.ts';
import type { Sealer } from '../sealing/sealer.ts';
import { pinAlertAddress, type Resolves } from './alert-address.ts';
import { targetOwner } from './alert-repository.ts';
import type { Channel } from './channel.ts';
import type { PostsAlerts } from './send-alert.ts';
import { signatureHeaders } from './sign-alert.ts';

export interface WebhookSettings {
  readonly sealer: Sealer;
  readonly post: PostsAlerts;
  /** Hosts of the deployment that may be private. */
  readonly namedHosts: readonly string[];
  readonly resolves?: Resolves;
  readonly now: Clock;
}

/** Minutes until the next try; after the last one it is given up, and can be replayed. */
const waits = [1, 5, 15, 60, 180, 360, 720];

/** A signed message to a system. */
export const createWebhookChannel = ({ sealer, post, namedHosts, resolves, now }: WebhookSettings): Channel => ({
  kind: 'webhook',
  atOnce: 10,
  waitAfter: (tries) => waits[tries],
  async send({ key: id, kind: type, at, sequence, data }, target) {
    const pinned = await pinAlertAddress(target.url, namedHosts, resolves);
    if (pinned === undefined || target.sealedSecret === null) return notTaken(null);
    const body = JSON.stringify({ id, type, at, sequence, ...data });
    const secret = await sealer.open(target.sealedSecret, targetOwner(target.id));
    const seconds = Math.floor(now().getTime() / 1000);
    const status = await post(pinned, { headers: signatureHeaders(secret, { id, seconds, body }), body });
    return status !== null && status >= 200 && status < 300 ? { taken: true } : notTaken(status);
  },
});

const notTaken = (status: number | null) =>
  ({ taken: false, fault: status === null ? 'not_reached' : 'answered', code: status, isForGood: false }) as const;
