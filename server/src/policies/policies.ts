import type { MethodPolicy } from '@latchkey/shared/api/policies';
import { PasswordMethod, keepsPassword, type Method } from '@latchkey/shared/invitations/method';
import type { AuditActor } from '../audit/audit-repository.ts';
import type { Clock } from '../clock.ts';
import type { Store } from '../storage/store.ts';
import type { PolicyReads, StoredPolicy } from './policy-repository.ts';

export interface KeepsPolicies {
  read(): Promise<readonly MethodPolicy[]>;
  set(request: {
    readonly method: PasswordMethod;
    readonly on: boolean;
    readonly actor: AuditActor;
    readonly requestId: string;
  }): Promise<MethodPolicy>;
}

/** Whether a method may be used now. Those that keep no password always may; of the others nothing on record means off. */
export const isOn = async (policies: PolicyReads, method: Method): Promise<boolean> =>
  !keepsPassword(method) || (await policies.find(method))?.on === true;

/** The provider's switches. Each turn is a line of the audit trail, also one that changes nothing. */
export function createPolicies({ store, now }: { readonly store: Store; readonly now: Clock }): KeepsPolicies {
  return {
    async read() {
      const stored = await store.read.policies.all();
      return PasswordMethod.options.map((method) =>
        viewOf(
          method,
          stored.find((one) => one.method === method),
        ),
      );
    },
    async set({ method, on, actor, requestId }) {
      const policy = { method, on, changedAt: now().toISOString(), changedBy: actor.name ?? '' };
      await store.transact(async (tx) => {
        const before = await tx.policies.find(method);
        await tx.policies.put(policy);
        await tx.audit.append({
          at: policy.changedAt,
          action: 'policy.method_changed',
          actor,
          requestId,
          details: { method, from: before?.on ?? false, to: on },
        });
      });
      return viewOf(method, policy);
    },
  };
}

const viewOf = (method: PasswordMethod, stored: StoredPolicy | undefined): MethodPolicy => ({
  method,
  on: stored?.on ?? false,
  changedAt: stored?.changedAt ?? null,
  changedBy: stored?.changedBy ?? null,
});
