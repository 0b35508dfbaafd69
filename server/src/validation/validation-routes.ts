import { validateConnection } from '@latchkey/shared/api/connections';
import { ok } from '@latchkey/shared/result';
import { actorOf, type Mount } from '../http/call.ts';
import type { ValidatesConnections } from './validate-connection.ts';
import { validationView } from './validation-view.ts';

/** Validate Authentication. */
export function mountValidation(mount: Mount, validator: ValidatesConnections): void {
  mount(validateConnection, async ({ params, operator, requestId }) => {
    const context = { kind: 'validated', actor: actorOf(operator), requestId } as const;
    const done = await validator.validate(params.connectionId, context);
    return done.ok ? ok(validationView(done.value)) : done;
  });
}
