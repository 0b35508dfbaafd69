import { afterEach, expect, test } from 'vitest';
import { startLine, type Line } from '../testing/line.ts';
import { answer, invite, look } from '../testing/steps.ts';
import { nextLook } from './settle-plan.ts';

let line: Line | undefined;
afterEach(async () => {
  await line?.stop();
  line = undefined;
});

const changed = '2026-11-02T09:00:00.000Z';
const after = (seconds: number) => new Date(Date.parse(changed) + seconds * 1000);
const settling = { verdict: 'settling', cause: 'propagation' } as const;
const window = { settlingMs: 15 * 60_000 };

test('a young consent is looked at after 2, 5, 10, 20, 30 and 60 seconds, then each minute, and once at the end', () => {
  const looks: number[] = [];
  let at: Date | undefined = after(0);
  while (at !== undefined) {
    at = nextLook(settling, changed, at, window);
    if (at !== undefined) looks.push((at.getTime() - Date.parse(changed)) / 1000);
  }
  expect(looks).toEqual([2, 5, 10, 20, 30, ...Array.from({ length: 15 }, (_, minute) => (minute + 1) * 60)]);
});

test.each(['working', 'degraded', 'action_needed', 'blocked', 'unknown'] as const)(
  '%s is not looked at again',
  (verdict) => {
    expect(nextLook({ verdict, cause: 'all_proved' }, changed, after(1), window)).toBeUndefined();
  },
);

test('a consent that settles is completed by a look that finds the grants, and is then left alone', async () => {
  line = await startLine({ lie: 'no-grants' });
  const { id, link } = await invite(line);
  const { html } = await answer(line, line.browse(), link, 'approves');
  expect(html).not.toContain('Done, and proved');
  expect(await look(line, id)).toMatchObject({ status: 'consented', connection: { verdict: 'settling' } });

  line.moveClock(2000);
  await line.runJob('settle');
  expect(await look(line, id)).toMatchObject({ status: 'consented', connection: { verdict: 'settling' } });

  await line.fault({ lie: null });
  line.moveClock(5000);
  await line.runJob('settle');
  expect(await look(line, id)).toMatchObject({ status: 'authentication_complete', connection: { verdict: 'working' } });

  const asked = (await line.requests()).length;
  line.moveClock(20 * 60_000);
  await line.runJob('settle');
  expect((await line.requests()).length).toBe(asked);
});

test('when the window closes without the grants, somebody must act', async () => {
  line = await startLine({ lie: 'no-grants' });
  const { id, link } = await invite(line);
  await answer(line, line.browse(), link, 'approves');
  line.moveClock(16 * 60_000);
  await line.runJob('settle');
  expect(await look(line, id)).toMatchObject({
    status: 'consented',
    connection: { verdict: 'action_needed', cause: 'permission_missing' },
  });
});

test('a token from before the consent proves nothing, however often it is shown', async () => {
  line = await startLine({ lie: 'old-token' });
  const { id, link } = await invite(line);
  await answer(line, line.browse(), link, 'approves');
  const connectionId = (await look(line, id)).connection!.id;
  const { body } = await line.call<{ verdict: { verdict: string } }>(
    'POST',
    `/v1/connections/${connectionId}/validate`,
  );
  expect(body.verdict.verdict).toBe('settling');
  line.moveClock(16 * 60_000);
  const later = await line.call<{ verdict: object }>('POST', `/v1/connections/${connectionId}/validate`);
  expect(later.body.verdict).toMatchObject({ verdict: 'unknown', cause: 'token_not_fresh' });
});

test('AADSTS650051 is the registration that Microsoft is still making: too early at first, and Microsoft’s when it stays so', async () => {
  line = await startLine();
  const { id, link } = await invite(line);
  await answer(line, line.browse(), link, 'approves');
  const description = 'AADSTS650051: The application needs access to a service that is being provisioned.';
  const body = { error: 'invalid_client', error_description: description, error_codes: [650051] };
  await line.fault({ token: { status: 400, body, times: 99, grantType: 'refresh_token' } });
  const path = `/v1/connections/${(await look(line, id)).connection!.id}/validate`;
  const verdict = async () => (await line!.call<{ verdict: object }>('POST', path)).body.verdict;
  expect(await verdict()).toMatchObject({ verdict: 'settling', owner: 'microsoft', code: 'AADSTS650051' });
  line.moveClock(16 * 60_000);
  const stays = {
    verdict: 'action_needed',
    cause: 'registration_being_made',
    owner: 'microsoft',
    code: 'AADSTS650051',
  };
  expect(await verdict()).toMatchObject(stays);
});
