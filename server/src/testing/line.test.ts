import type { ConnectionView, ValidationView } from '@latchkey/shared/api/connections';
import type { ServiceView } from '@latchkey/shared/api/services';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startLine, type Line } from './line.ts';
import { answer, invite, look } from './steps.ts';

let line: Line;
beforeAll(async () => {
  line = await startLine();
});
afterAll(() => line.stop());

test('the line: from Add New Customer to a validated connection, each step on record', async () => {
  const { id, link } = await invite(line);
  expect(await look(line, id)).toMatchObject({ status: 'ready', connection: null });

  const { first, page, html } = await answer(line, line.browse(), link, 'approves');
  expect([first.status, first.headers.get('location'), page.status]).toEqual([303, `/i/result?of=${id}`, 200]);
  expect(html).toContain('Done, and proved');

  const invitation = await look(line, id);
  expect(invitation).toMatchObject({ status: 'authentication_complete', connection: { verdict: 'working' } });

  const added = await line.call<{ serviceId: string }>('POST', `/v1/invitations/${id}/add`);
  expect(added.status).toBe(201);
  const service = await line.call<ServiceView>('GET', `/v1/services/${added.body.serviceId}`);
  expect(service.body.connection?.verdict).toMatchObject({ verdict: 'working', evidence: 'probe' });

  const connectionId = invitation.connection!.id;
  const checked = await line.call<ValidationView>('POST', `/v1/connections/${connectionId}/permissions/check`);
  expect(checked.body.permissions?.every(({ finding }) => finding === 'granted')).toBe(true);
  const validated = await line.call<ValidationView>('POST', `/v1/connections/${connectionId}/validate`);
  expect(validated.body.verdict).toMatchObject({ verdict: 'working', evidence: 'probe', owner: 'nobody' });
  const connection = await line.call<ConnectionView>('GET', `/v1/connections/${connectionId}`);
  expect(connection.body.account?.username).toBe(line.practice.admin.username);
  expect(connection.body.registration?.permissionsBlade).toContain(line.practice.situation.customer.tenantId);

  const trail = await line.store.read.audit.ofInvitation(id);
  expect(trail.map(({ action }) => action)).toEqual([
    'invitation.created',
    'invitation.method_chosen',
    'invitation.link_shown',
    'consent.started',
    'consent.answered',
    'consent.signed_in',
    'invitation.consented',
    'invitation.authentication_complete',
    'invitation.onboarded',
    'permissions.checked',
    'connection.validated',
  ]);
});
