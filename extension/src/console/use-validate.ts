import type { ValidationView } from '@latchkey/shared/api/connections';
import { useDesk } from './desk.ts';

/** Validate Authentication, with its confirmation at the top. Gives the validation, if it took place here. */
export function useValidate(): (connectionId: string, customer: string) => Promise<ValidationView | null> {
  const { validator, confirmation, services, pending } = useDesk();
  return async (connectionId, customer) => {
    confirmation.value = null;
    const reply = await validator.run(connectionId);
    if (reply === 'elsewhere') {
      confirmation.value = { kind: 'elsewhere' };
      return null;
    }
    confirmation.value = reply.ok
      ? { kind: 'validated', customer, validation: reply.value }
      : { kind: 'not-validated', error: reply.error };
    void services.list.refresh();
    void pending.list.refresh();
    return reply.ok ? reply.value : null;
  };
}
