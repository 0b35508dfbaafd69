import { validateConnection } from '@latchkey/shared/api/connections';
import { readHistory, readStretches } from '@latchkey/shared/api/history';
import { ok } from '@latchkey/shared/result';
import { actorOf, type Mount } from '../http/call.ts';
import type { ReadsHistory } from './read-history.ts';
import type { ValidatesConnections } from './validate-connection.ts';
import { validationView } from './validation-view.ts';

/** Validate Authentication, and what came of it over time. */
export function mountValidation(mount: Mount, validator: ValidatesConnections, history: ReadsHistory): void {
  mount(validateConnection, async ({ params, operator, requestId }) => {
    const context = { kind: 'validated', actor: actorOf(operator), requestId } as const;
    const done = await validator.validate(params.connectionId, context);
    return done.ok ? ok(validationView(done.value)) : done;
  });
  mount(readHistory, ({ params, query }) => history.read(params.connectionId, query.before));
  mount(readStretches, ({ params }) => history.readStretches(params.connectionId));
}
