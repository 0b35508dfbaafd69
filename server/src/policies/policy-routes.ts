import { readPolicies, setMethodPolicy } from '@latchkey/shared/api/policies';
import { ok } from '@latchkey/shared/result';
import { PasswordMethod } from '@latchkey/shared/invitations/method';
import { actorOf, type Mount } from '../http/call.ts';
import type { KeepsPolicies } from './policies.ts';

/** Methods and policies. */
export function mountPolicies(mount: Mount, policies: KeepsPolicies): void {
  mount(readPolicies, async () => ok({ methods: [...(await policies.read())] }));
  mount(setMethodPolicy, async ({ params, body, operator, requestId }) =>
    ok(
      await policies.set({
        method: PasswordMethod.parse(params.method),
        on: body.on,
        actor: actorOf(operator),
        requestId,
      }),
    ),
  );
}
