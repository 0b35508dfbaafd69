import type { ValidationView } from '@latchkey/shared/api/connections';
import { expect, test } from 'vitest';
import { startLine } from '../testing/line.ts';
import { makeProfile } from '../testing/situations/own-profiles.ts';
import { answer, invite } from '../testing/steps.ts';

/** What went over the practice tenant's sockets during `work`: one line for each request, whatever is in it. */
async function trips(line: Awaited<ReturnType<typeof startLine>>, work: () => Promise<unknown>) {
  const before = (await line.requests()).length;
  await work();
  const requests = (await line.requests()).slice(before);
  return requests.map(({ path, grantType }) => (grantType === undefined ? path : `${path} ${grantType}`));
}

test('a validation is two trips, token and one batch, counted at Microsoft’s socket; a cold one reads the service as well', async () => {
  const line = await startLine({ settlingMinutes: 1 });
  const { id, link } = await invite(line);
  await answer(line, line.browse(), link, 'approves');
  const connectionId = (await line.store.read.connections.findByInvitation(id))!.id;
  const { tenantId } = line.practice.situation.customer;
  let { call } = line;
  const validate = async () => {
    const { body } = await call<ValidationView>('POST', `/v1/connections/${connectionId}/validate`);
    expect(body.verdict).toMatchObject({ verdict: 'working', evidence: 'probe' });
    return body;
  };
  const token = `/${tenantId}/oauth2/v2.0/token refresh_token`;
  for (const _ of [1, 2, 3]) {
    // oxlint-disable-next-line no-await-in-loop -- each is warm because of the one before
    expect(await trips(line, validate)).toEqual([token, '/v1.0/$batch']);
  }
  // What is kept of a service is kept for six hours.
  line.moveClock(7 * 3_600_000);
  await line.fault({ moveClock: 7 * 3600 });
  call = await line.as('Operator');
  expect(await trips(line, validate)).toEqual([token, '/v1.0/$batch', '/v1.0/$batch']);
  const { upstream } = await validate();
  expect(upstream.map(({ what }) => what)).toEqual([
    'token: refresh_token',
    ...['organization', 'servicePrincipal', 'oauth2PermissionGrants', 'appRoleAssignments'].map(
      (name) => `graph: ${name}`,
    ),
    ...['roles', 'users', 'teams', 'resource 00000003-0000-0000-c000-000000000000'].map((name) => `graph: ${name}`),
  ]);
  await line.stop();
});

test('a resource of its own costs two trips more: its token, and one read', async () => {
  const line = await startLine({ settlingMinutes: 1 });
  await makeProfile(line, 'administers-teams');
  const { id, link } = await invite(line, { profileId: 'administers-teams' });
  await answer(line, line.browse(), link, 'approves');
  const connectionId = (await line.store.read.connections.findByInvitation(id))!.id;
  const { tenantId } = line.practice.situation.customer;
  const seen = await trips(line, async () => {
    const { body } = await line.call<ValidationView>('POST', `/v1/connections/${connectionId}/validate`);
    expect(body.verdict).toMatchObject({ verdict: 'working', evidence: 'probe' });
    expect(body.verdict.checks).toContainEqual({ id: 'teams_admin', result: 'passed', about: [] });
  });
  const token = `/${tenantId}/oauth2/v2.0/token refresh_token`;
  const read = `/Skype.TelephoneNumberMgmt/Tenants/${tenantId}/telephone-numbers`;
  expect(seen).toEqual([token, '/v1.0/$batch', token, read]);
  await line.stop();
});
