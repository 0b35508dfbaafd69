import type { ConnectionView } from '@latchkey/shared/api/connections';
import { afterEach, describe, expect, test } from 'vitest';
import { startLine, type Line } from '../testing/line.ts';
import { trips } from '../testing/situations/trips.ts';
import { answer, invite, look } from '../testing/steps.ts';

let line: Line;
afterEach(() => line.stop());

async function consent(situation: string): Promise<{ readonly id: string; readonly connectionId: string }> {
  line = await startLine({ situation });
  const { id, link } = await invite(line);
  await answer(line, line.browse(), link, 'approves');
  return { id, connectionId: (await look(line, id)).connection!.id };
}

const verdictOf = async (connectionId: string) =>
  (await line.call<ConnectionView>('GET', `/v1/connections/${connectionId}`)).body.verdict?.verdict;

/** What is asked of Microsoft once so many seconds more have gone by. */
async function askedAfter(seconds: number): Promise<readonly string[]> {
  const before = await trips(line);
  await line.pass(seconds * 1000);
  await line.runJob('settle');
  return (await trips(line)).slice(before.length);
}

const fresh = 'token (refresh_token)';

describe('a consent that settles', () => {
  test('is looked at by the next server, which finds in the database what the one before had planned', async () => {
    const { id, connectionId } = await consent('northwind-settles-in-two-minutes');
    expect(await askedAfter(2)).toContain(fresh);
    await line.restart();
    expect(await verdictOf(connectionId)).toBe('settling');
    expect(await askedAfter(60)).toContain(fresh);
    await line.restart();
    expect(await verdictOf(connectionId)).toBe('settling');
    expect(await askedAfter(1)).toEqual([]);
    expect(await askedAfter(60)).toContain(fresh);
    expect(await look(line, id)).toMatchObject({
      status: 'authentication_complete',
      connection: { verdict: 'working' },
    });
    await line.restart();
    expect(await askedAfter(20 * 60)).toEqual([]);
  });

  test('is looked at again once the lease of a server is over that died while it looked', async () => {
    const { connectionId } = await consent('northwind-settles-in-two-minutes');
    await line.pass(2000);
    const leasedUntil = new Date(line.now().getTime() + 120_000).toISOString();
    const claim = { kind: 'settle', now: line.now().toISOString(), leasedUntil, limit: 10 };
    expect(await line.store.work.claim(claim)).toMatchObject([{ subject: connectionId }]);
    await line.restart();
    expect(await askedAfter(60)).toEqual([]);
    expect(await askedAfter(60)).toContain(fresh);
    expect(await verdictOf(connectionId)).toBe('working');
  });

  test('is looked at with a token of its own each time', async () => {
    await consent('litware-settles-never');
    for (const seconds of [2, 3, 5, 10, 10, 30])
      // oxlint-disable-next-line no-await-in-loop -- time goes by in one direction
      expect((await askedAfter(seconds)).filter((trip) => trip === fresh)).toHaveLength(1);
  });

  test('is decided when its window closes, and is left alone from then on', async () => {
    const { connectionId } = await consent('litware-settles-never');
    await askedAfter(14 * 60);
    expect(await verdictOf(connectionId)).toBe('settling');
    await askedAfter(60);
    expect(await verdictOf(connectionId)).toBe('action_needed');
    expect(await askedAfter(24 * 3600)).toEqual([]);
  });
});

test('a wrong tenant never settles: it is told at once, and nobody looks again', async () => {
  const { connectionId } = await consent('proseware-answers-of-another-tenant');
  expect(await verdictOf(connectionId)).toBe('action_needed');
  expect(await askedAfter(2)).toEqual([]);
  expect(await askedAfter(60)).toEqual([]);
});
