import type { ValidationView } from '@latchkey/shared/api/connections';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startLine, type Line } from '../testing/line.ts';
import { answer, invite } from '../testing/steps.ts';

let line: Line;
let connectionId: string;
beforeEach(async () => {
  line = await startLine({ settlingMinutes: 1 });
  const { id, link } = await invite(line);
  await answer(line, line.browse(), link, 'approves');
  connectionId = (await line.store.read.connections.findByInvitation(id))!.id;
});
afterEach(() => line.stop());

const validate = async () => (await line.call<ValidationView>('POST', `/v1/connections/${connectionId}/validate`)).body;
const tokensGiven = async () => (await line.requests()).filter(({ grantType }) => grantType === 'refresh_token').length;

describe('Validate Authentication', () => {
  test('asks for a new token each time, however young the last one is', async () => {
    const before = await tokensGiven();
    for (const turn of [1, 2, 3]) {
      expect((await validate()).verdict).toMatchObject({ verdict: 'working', evidence: 'probe' });
      expect(await tokensGiven()).toBe(before + turn);
    }
  });

  test('sees at once that the customer has taken everything back', async () => {
    expect((await validate()).verdict.verdict).toBe('working');
    await line.fault({ revokeGrants: true });
    line.moveClock(2 * 60_000);
    const { verdict, permissions } = await validate();
    expect(['working', 'degraded']).not.toContain(verdict.verdict);
    expect(permissions?.some(({ required, finding }) => required && finding === 'granted') ?? false).toBe(false);
  });

  test('says that it cannot know where Microsoft does not show the grants, and not that there are none', async () => {
    line.moveClock(2 * 60_000);
    await line.fault({ graph: { status: 403, on: 'batch-item', path: 'oauth2PermissionGrants' } });
    const { verdict, permissions } = await validate();
    expect(permissions).toBeNull();
    expect(verdict).toMatchObject({ verdict: 'unknown', cause: 'grants_unreadable', evidence: 'token' });
    expect((await validate()).verdict.verdict).toBe('working');
  });

  test('believes no live read of another tenant', async () => {
    await line.fault({ lie: 'wrong-tenant' });
    const { verdict } = await validate();
    expect(verdict).toMatchObject({ verdict: 'action_needed', cause: 'tenant_mismatch' });
    await line.fault({ lie: null });
    expect((await validate()).verdict.verdict).toBe('working');
  });
});
