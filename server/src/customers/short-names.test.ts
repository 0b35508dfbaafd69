import type { CustomerView } from '@latchkey/shared/api/customers';
import type { InvitationView } from '@latchkey/shared/api/invitations';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startLine, type Line } from '../testing/line.ts';

let line: Line;
let invitation: InvitationView;
beforeAll(async () => {
  line = await startLine();
  const order = { kind: 'direct-routing', licenceType: 'hosted-pro', licensedUsers: 50 };
  const { domain: tenant } = line.practice.situation.customer;
  const body = { ...order, tenant, fullName: 'Zürich Ltd', shortName: 'Zürich' };
  invitation = (await line.call<InvitationView>('POST', '/v1/invitations', body)).body;
});
afterAll(() => line.stop());

const of = (query: string) => line.call<{ items: readonly CustomerView[] }>('GET', `/v1/customers?${query}`);

test.each(['Zürich', 'ZÜRICH', 'Zu\u0308rich'])(
  '%s finds the customer whose order holds that short name',
  async (name) => {
    const { status, body } = await of(`shortName=${encodeURIComponent(name)}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      items: [{ id: invitation.customer.id, invitation: { id: invitation.id } }],
      total: 1,
    });
  },
);

test.each(['zurich', 'Züric', 'Zürich2', '%', 'Z_rich', 'audit', 'a/b', ''])('"%s" finds nobody', async (name) => {
  expect((await of(`shortName=${encodeURIComponent(name)}`)).body).toMatchObject({ items: [], next: null, total: 0 });
});

test('a tenant, where both are asked for, is what counts', async () => {
  const nobody = '7c1a2b3c-0000-4000-8000-00000000dead';
  expect((await of(`shortName=Z%C3%BCrich&tenant=${nobody}`)).body.items).toEqual([]);
});
