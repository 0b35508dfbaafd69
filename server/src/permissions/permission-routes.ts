import { checkPermissionsOfConnection } from '@latchkey/shared/api/connections';
import { ok } from '@latchkey/shared/result';
import { actorOf, type Mount } from '../http/call.ts';
import type { ValidatesConnections } from '../validation/validate-connection.ts';
import { validationView } from '../validation/validation-view.ts';

/** Step 8: required against granted. It is the same run as a validation, so that neither can say what the other does not see. */
export function mountPermissions(mount: Mount, validator: ValidatesConnections): void {
  mount(checkPermissionsOfConnection, async ({ params, operator, requestId }) => {
    const context = { kind: 'checked', actor: actorOf(operator), requestId } as const;
    const done = await validator.validate(params.connectionId, context);
    return done.ok ? ok(validationView(done.value)) : done;
  });
}
