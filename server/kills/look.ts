import type { ValidationView } from '@latchkey/shared/api/connections';
import { Stuck } from './client.ts';
import { good, type Walk } from './walker.ts';

/** Validates a connection, or checks its permissions, until that was answered: it must work. */
export async function look(here: Walk, phase: string, connectionId: string, path: 'validate' | 'permissions/check') {
  await here.client.step(phase, () => validateOnce(here, connectionId, path));
}

export async function validateOnce({ client }: Walk, connectionId: string, path: string): Promise<void> {
  const { verdict } = good(
    await client.call<ValidationView>('POST', `/v1/connections/${connectionId}/${path}`, {
      promises: ({ body: { id, auditSequence } }) => [
        { table: 'validations', where: { id, connection_id: connectionId } },
        { table: 'audit', where: { seq: auditSequence, connection_id: connectionId } },
      ],
    }),
  );
  if (verdict.verdict !== 'working') throw new Stuck(`${path}: ${verdict.verdict}, ${verdict.cause}`);
}
