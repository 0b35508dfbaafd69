import type { PasswordStanding, PasswordView } from '@latchkey/shared/api/passwords';
import { line } from './acknowledged.ts';
import { Stuck } from './client.ts';
import { good, type Walk } from './walker.ts';

/** The Admin's switch. Turned on twice it is on. */
export async function turnOn({ client, method }: Walk): Promise<void> {
  await client.step('policy', async () =>
    good(
      await client.call('POST', `/v1/policies/methods/${method}`, {
        body: { on: true },
        promises: () => [{ table: 'method_policies', where: { method, is_on: 1 } }],
      }),
    ),
  );
}

/** Name and password, typed by the operator: the first time, and in place of what was typed before. */
export async function typePassword({ client, practice }: Walk, customerId: string, phase: string): Promise<void> {
  const { username, password } = practice.admin;
  await client.step(phase, async () =>
    good(
      await client.call<PasswordView>('POST', `/v1/customers/${customerId}/password`, {
        body: { username, password },
        promises: ({ requestId }) => [line('password.sealed', { request_id: requestId })],
      }),
    ),
  );
}

/** One press of the button. A try that died on the way is used up, and the page says when there is one again: that is an end, too. */
export async function testPassword({ client }: Walk, customerId: string): Promise<void> {
  await client.step('test', async () => {
    const answer = await client.call<PasswordView>('POST', `/v1/customers/${customerId}/password/test`, {
      promises: ({ requestId }) => [
        line('password.try_taken', { request_id: requestId }),
        line('password.tested', { request_id: requestId }),
      ],
    });
    if (answer.status === 429) return;
    const { lastTry } = good(answer);
    if (lastTry?.outcome !== 'proved') throw new Stuck(`the password was ${lastTry?.outcome}`);
  });
}

export async function deletePassword({ client }: Walk, customerId: string): Promise<void> {
  const path = `/v1/customers/${customerId}/password`;
  await client.step('delete', async () => {
    const { password } = good(await client.call<PasswordStanding>('GET', path, { promises: () => [] }));
    if (password === null) return;
    good(
      await client.call('DELETE', path, {
        promises: ({ requestId }) => [line('password.deleted', { request_id: requestId })],
      }),
    );
  });
}
