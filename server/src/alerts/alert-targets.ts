import type { AlertTarget } from '@latchkey/shared/api/alerts';
import type { QuietHours } from '@latchkey/shared/alerts/quiet-hours';
import { err, ok, type Result } from '@latchkey/shared/result';
import type { AuditActor } from '../audit/audit-repository.ts';
import { transactOrRefuse } from '../audit/transact.ts';
import type { Clock } from '../clock.ts';
import type { Sealer } from '../sealing/sealer.ts';
import { Secret } from '../sealing/secret.ts';
import type { Store } from '../storage/store.ts';
import { readAlertAddress } from './alert-address.ts';
import type { AlertReads, StoredTarget } from './alert-repository.ts';

/** What a target's sealed secret is bound to: copied to another target it does not open. */
export const targetOwner = (id: string): string => `alert-target:${id}`;

interface By {
  readonly actor: AuditActor;
  readonly requestId: string;
}

interface Wanted extends By {
  readonly id: string;
  readonly follows: number;
  readonly url: string;
  readonly secret: string | undefined;
  readonly on: boolean;
  readonly quiet: QuietHours | null;
}

type SaveFault = 'alert_address_refused' | 'alert_secret_missing' | 'changed_meanwhile';

export interface KeepsAlertTargets {
  list(): Promise<AlertTarget[]>;
  save(wanted: Wanted): Promise<Result<AlertTarget, SaveFault>>;
  remove(request: By & { readonly id: string }): Promise<Result<undefined, 'alert_target_not_found'>>;
  replay(
    request: By & { readonly id: string; readonly after: number },
  ): Promise<Result<{ readonly queued: number }, 'alert_target_not_found'>>;
}

export interface TargetSettings {
  readonly store: Store;
  readonly sealer: Sealer;
  readonly namedHosts: readonly string[];
  readonly now: Clock;
}

/** Where alerts are sent. The secret is sealed at once, and no answer holds it. */
export function createAlertTargets({ store, sealer, namedHosts, now }: TargetSettings): KeepsAlertTargets {
  return {
    list: async () => Promise.all((await store.read.alerts.targets()).map((one) => view(store.read.alerts, one))),
    async save({ id, follows, url, secret, on, quiet, actor, requestId }) {
      const address = readAlertAddress(url, namedHosts);
      if (address === undefined) return err('alert_address_refused');
      const given = secret === undefined ? undefined : await sealer.seal(new Secret(secret), targetOwner(id));
      const at = now().toISOString();
      const saved = await transactOrRefuse<StoredTarget, SaveFault>(store, async (tx, refuse) => {
        const before = await tx.alerts.target(id);
        if ((before?.version ?? 0) !== follows) throw refuse('changed_meanwhile');
        const sealedSecret = given ?? before?.sealedSecret;
        if (sealedSecret === undefined) throw refuse('alert_secret_missing');
        const next = { id, url: address.href, sealedSecret, on, quiet, changedAt: at, changedBy: actor.name ?? '' };
        if (!(await tx.alerts.putTarget(next, follows))) throw refuse('changed_meanwhile');
        const details = { id, host: address.host, on, quiet, newSecret: given !== undefined };
        await tx.audit.append({ at, action: 'alert_target.saved', actor, requestId, details });
        return { ...next, version: follows + 1 };
      });
      return saved.ok ? ok(await view(store.read.alerts, saved.value)) : saved;
    },
    remove: ({ id, actor, requestId }) =>
      transactOrRefuse<undefined, 'alert_target_not_found'>(store, async (tx, refuse) => {
        if (!(await tx.alerts.removeTarget(id))) throw refuse('alert_target_not_found');
        const at = now().toISOString();
        await tx.audit.append({ at, action: 'alert_target.removed', actor, requestId, details: { id } });
        return undefined;
      }),
    replay: ({ id, after, actor, requestId }) =>
      transactOrRefuse<{ readonly queued: number }, 'alert_target_not_found'>(store, async (tx, refuse) => {
        if ((await tx.alerts.target(id)) === undefined) throw refuse('alert_target_not_found');
        const at = now().toISOString();
        const queued = await tx.alerts.replay(id, after, at);
        await tx.audit.append({
          at,
          action: 'alert_target.replayed',
          actor,
          requestId,
          details: { id, after, queued },
        });
        return { queued };
      }),
  };
}

async function view(alerts: Pick<AlertReads, 'progress'>, target: StoredTarget): Promise<AlertTarget> {
  const { id, url, on, quiet, changedAt, changedBy, version } = target;
  const { waiting, failed, deliveredAt } = await alerts.progress(id);
  const hours = quiet === null ? null : { ...quiet };
  return { id, url, on, quiet: hours, changedAt, changedBy, version, waiting, failed, deliveredAt };
}
