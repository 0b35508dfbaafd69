import { afterAll, beforeAll, expect, test } from 'vitest';
import { startLine, type Line } from '../testing/line.ts';
import { connectedByPassword, passwordCalls } from '../testing/password-steps.ts';
import { allOr } from '../testing/thorough.ts';

let line: Line;
let instances: readonly [string, string];
let session: string;
beforeAll(async () => {
  line = await startLine({ situation: 'woodgrove-known-password' });
  instances = await line.instances();
  ({ session } = (await (await line.signIn('Operator')).json()) as { session: string });
});
afterAll(() => line.stop());

type Clicks = readonly string[];

/** Presses buttons through the sockets of both instances, so many at a time; gives how often each status came. */
async function press(clicks: Clicks, atOnce: number): Promise<ReadonlyMap<number, number>> {
  const statuses = new Map<number, number>();
  const left = clicks.map((path, index) => `${instances[index % 2]}${path}`);
  const one = async (): Promise<void> => {
    for (let address = left.pop(); address !== undefined; address = left.pop()) {
      // A connection of its own each: one that fell idle is closed by the server, and may be so just now.
      const headers = { authorization: `Bearer ${session}`, connection: 'close' };
      const { status } = await fetch(address, { method: 'POST', headers });
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  return statuses;
}

const total = (statuses: ReadonlyMap<number, number>): number =>
  [...statuses.values()].reduce((sum, count) => sum + count, 0);

/** A thousand clicks; in short, a tenth of them. */
const { only, mixture } = allOr({ only: 200, mixture: 800 }, { only: 20, mixture: 80 });

test('however often it is clicked, through the sockets of two instances: Validate tries no password, Test password three in an hour', async () => {
  const { customerId, connectionId } = await connectedByPassword(line, 'not the right one');
  const validate = `/v1/connections/${connectionId}/validate`;
  const test = `/v1/customers/${customerId}/password/test`;

  const before = (await line.requests()).filter(({ grantType }) => grantType === 'refresh_token').length;
  const validated = await press(Array<string>(only).fill(validate), 40);
  expect([...validated.keys()]).toEqual([200]);
  const refreshed = (await line.requests()).filter(({ grantType }) => grantType === 'refresh_token').length;
  expect(refreshed, 'Validate did ask Microsoft').toBeGreaterThan(before);
  expect(await passwordCalls(line)).toBe(0);

  const mixed = await press(
    Array.from({ length: mixture }, (_, index) => (index % 3 === 0 ? validate : test)),
    40,
  );
  expect(total(validated) + total(mixed)).toBe(only + mixture);
  expect([...mixed.keys()].filter((status) => ![200, 409, 429].includes(status))).toEqual([]);
  expect(await passwordCalls(line)).toBe(3);

  line.moveClock(61 * 60_000);
  await press(Array<string>(50).fill(test), 10);
  expect(await passwordCalls(line)).toBe(6);
}, 240_000);
