import type { AlertTarget } from '@latchkey/shared/api/alerts';
import type { QuietHours } from '@latchkey/shared/alerts/quiet-hours';
import { isMailTarget, mailAddressOf } from '@latchkey/shared/alerts/target-address';
import { err, ok, type Result } from '@latchkey/shared/result';
import type { AuditActor } from '../audit/audit-repository.ts';
import { transactOrRefuse } from '../audit/transact.ts';
import type { Clock } from '../clock.ts';
import type { Sealer } from '../sealing/sealer.ts';
import { Secret } from '../sealing/secret.ts';
import type { Store } from '../storage/store.ts';
import { readAlertAddress } from './alert-address.ts';
import { targetOwner, type AlertReads, type StoredTarget } from './alert-repository.ts';
import type { Channels } from './channel.ts';

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
  /** Sends one message at once, and tells how that went. */
  test(
    request: By & { readonly id: string },
  ): Promise<Result<{ readonly failure: AlertTarget['lastFailure'] }, 'alert_target_not_found'>>;
}

export interface TargetSettings {
  readonly store: Store;
  readonly sealer: Sealer;
  readonly channels: Channels;
  readonly namedHosts: readonly string[];
  readonly now: Clock;
}

/** Where alerts are sent. The secret is sealed at once, and no answer holds it. */
export function createAlertTargets(settings: TargetSettings): KeepsAlertTargets {
  const { store, sealer, channels, namedHosts, now } = settings;
  const show = (target: StoredTarget) => view(store.read.alerts, channels, target);
  return {
    list: async () => Promise.all((await store.read.alerts.targets()).map(show)),
    async save({ id, follows, url, secret, on, quiet, actor, requestId }) {
      const address = addressOf(url, namedHosts);
      if (address === undefined) return err('alert_address_refused');
      const { isMail } = address;
      const given = secret === undefined || isMail ? undefined : await sealer.seal(new Secret(secret), targetOwner(id));
      const at = now().toISOString();
      const saved = await transactOrRefuse<StoredTarget, SaveFault>(store, async (tx, refuse) => {
        const before = await tx.alerts.target(id);
        if ((before?.version ?? 0) !== follows) throw refuse('changed_meanwhile');
        const sealedSecret = isMail ? null : (given ?? before?.sealedSecret ?? null);
        if (sealedSecret === null && !isMail) throw refuse('alert_secret_missing');
        const next = { id, url: address.href, sealedSecret, on, quiet, changedAt: at, changedBy: actor.name ?? '' };
        if (!(await tx.alerts.putTarget(next, follows))) throw refuse('changed_meanwhile');
        const details = { id, host: address.host, on, quiet, newSecret: given !== undefined };
        await tx.audit.append({ at, action: 'alert_target.saved', actor, requestId, details });
        return { ...next, version: follows + 1 };
      });
      return saved.ok ? ok(await show(saved.value)) : saved;
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
    test: async (request) => {
      const found = await noteTest(settings, request);
      return found.ok ? ok({ failure: await sendTest(settings, found.value, request.requestId) }) : found;
    },
  };
}

/** What may be told of an address: of a mail address its domain, of a system its host. */
function addressOf(url: string, namedHosts: readonly string[]) {
  if (!isMailTarget(url)) {
    const read = readAlertAddress(url, namedHosts);
    return read && { href: read.href, host: read.host, isMail: false };
  }
  const mail = mailAddressOf(url);
  return mail === undefined
    ? undefined
    : { href: `mailto:${mail}`, host: mail.slice(mail.indexOf('@') + 1), isMail: true };
}

/** Noted before it is sent: what is not in the audit trail did not happen. */
const noteTest = ({ store, now }: TargetSettings, { id, actor, requestId }: By & { readonly id: string }) =>
  transactOrRefuse<StoredTarget, 'alert_target_not_found'>(store, async (tx, refuse) => {
    const target = await tx.alerts.target(id);
    if (target === undefined) throw refuse('alert_target_not_found');
    const at = now().toISOString();
    await tx.audit.append({ at, action: 'alert_target.tested', actor, requestId, details: { id } });
    return target;
  });

async function sendTest(
  { channels, now }: TargetSettings,
  target: StoredTarget,
  requestId: string,
): Promise<AlertTarget['lastFailure']> {
  const channel = isMailTarget(target.url) ? channels.mail : channels.webhook;
  if (channel === null) return notSetUp;
  const at = now().toISOString();
  const told = { key: `test-${requestId}`, sequence: 0, at, connectionId: null, to: null, data: {}, replays: 0 };
  const outcome = await channel.send({ ...told, kind: 'alert.test' }, target);
  return outcome.taken ? null : { fault: outcome.fault, code: outcome.code, at };
}

const notSetUp = { fault: 'not_set_up', code: null, at: null } as const;

async function view(
  alerts: Pick<AlertReads, 'progress'>,
  channels: Channels,
  target: StoredTarget,
): Promise<AlertTarget> {
  const { id, url, on, quiet, changedAt, changedBy, version } = target;
  const { lastFailure: last, ...progress } = await alerts.progress(id);
  const isUnsent = isMailTarget(url) && channels.mail === null;
  const lastFailure = isUnsent ? notSetUp : last && { ...last };
  const hours = quiet === null ? null : { ...quiet };
  return { id, url, on, quiet: hours, changedAt, changedBy, version, ...progress, lastFailure };
}
