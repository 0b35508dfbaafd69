import {
  listAlertTargets,
  removeAlertTarget,
  replayAlerts,
  saveAlertTarget,
  testAlertTarget,
} from '@latchkey/shared/api/alerts';
import { ok } from '@latchkey/shared/result';
import { actorOf, type Mount } from '../http/call.ts';
import type { KeepsAlertTargets } from './alert-targets.ts';

/** Where alerts are sent. */
export function mountAlerts(mount: Mount, targets: KeepsAlertTargets): void {
  mount(listAlertTargets, async () => ok({ targets: await targets.list() }));
  mount(saveAlertTarget, ({ body, operator, requestId }) =>
    targets.save({ ...body, secret: body.secret, actor: actorOf(operator), requestId }),
  );
  mount(removeAlertTarget, ({ params, operator, requestId }) =>
    targets.remove({ id: params.targetId, actor: actorOf(operator), requestId }),
  );
  mount(replayAlerts, ({ params, body, operator, requestId }) =>
    targets.replay({ id: params.targetId, after: body.after, actor: actorOf(operator), requestId }),
  );
  mount(testAlertTarget, ({ params, operator, requestId }) =>
    targets.test({ id: params.targetId, actor: actorOf(operator), requestId }),
  );
}
