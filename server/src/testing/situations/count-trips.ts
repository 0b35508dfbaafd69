import type { ConnectionView } from '@latchkey/shared/api/connections';
import { startLine } from '../line.ts';
import { answer, invite, look } from '../steps.ts';
import { trips } from './trips.ts';

const keptForMs = 6 * 3_600_000;

/** What one validation asks of Microsoft, counted at its sockets: when the resources are known, and when they are not. */
export async function countTrips(): Promise<readonly string[]> {
  const line = await startLine();
  try {
    const { id, link } = await invite(line);
    await answer(line, line.browse(), link, 'approves');
    const connectionId = (await look(line, id)).connection!.id;
    await line.pass(keptForMs + 60_000);
    const call = await line.as('Operator');
    const during = async () => {
      const before = await trips(line);
      const { status } = await call<ConnectionView>('POST', `/v1/connections/${connectionId}/validate`);
      if (status !== 200) throw new Error(`validate answered ${status}`);
      return (await trips(line)).slice(before.length);
    };
    const cold = await during();
    const warm = await during();
    return [
      `one validation, cold: ${cold.length} upstream trips (${cold.join(' · ')})`,
      `one validation, warm: ${warm.length} upstream trips (${warm.join(' · ')})`,
    ];
  } finally {
    await line.stop();
  }
}
