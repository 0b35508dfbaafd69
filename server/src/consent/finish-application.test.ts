import type { ConnectionView } from '@latchkey/shared/api/connections';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AdminBrowser } from '../testing/admin-browser.ts';
import { startLine, type Line } from '../testing/line.ts';
import { acknowledgement, draft, turnOn } from '../testing/password-steps.ts';
import { trips } from '../testing/situations/trips.ts';
import { invite, look } from '../testing/steps.ts';

const profileId = 'direct-routing-application';

let line: Line;
let browser: AdminBrowser;
let id: string;
beforeEach(async () => {
  line = await startLine({ situation: 'fabrikam-application-with-its-role' });
  browser = line.browse();
  const invited = await invite(line, { profileId });
  id = invited.id;
  await browser.open(invited.link);
});
afterEach(() => line.stop());

const connection = () => line.store.read.connections.findByInvitation(id);
const actions = async () => (await line.store.read.audit.ofInvitation(id)).map(({ action }) => action);

async function approve() {
  const shown = await browser.atMicrosoft(await browser.start(), line.practice.admin, 'accepts without box');
  return browser.comeBack(shown.left!);
}

/** An address as Microsoft would send it, made up by whoever holds the link. */
const forged = (state: string, more = '') =>
  new URL(
    `/consent/admin-callback?admin_consent=True&tenant=${line.practice.situation.customer.tenantId}&state=${state}${more}`,
    'http://127.0.0.1:8787',
  );

const stateOf = (address: string): string => new URL(address).searchParams.get('state')!;

describe('consent B', () => {
  test('is Microsoft’s page without a box, for all that the registration asks for, and nobody signs in with us before', async () => {
    const address = new URL(await browser.start());
    expect(address.pathname).toBe(`/${line.practice.situation.customer.tenantId}/v2.0/adminconsent`);
    expect(address.searchParams.get('scope')).toBe('https://graph.microsoft.com/.default');
    expect(await look(line, id)).toMatchObject({ status: 'opened' });
  });

  test('is judged by a token of the application’s own and what the tenant holds, and keeps no tokens of anybody', async () => {
    const before = await trips(line);
    const { first } = await approve();
    expect(first.headers.get('location')).toMatch(/^\/i\/result\?of=inv_/);
    expect((await trips(line)).slice(before.length)).toEqual([
      'token (client_credentials)',
      expect.stringContaining('$batch'),
      expect.stringContaining('$batch'),
      expect.stringContaining('roleEligibility'),
    ]);
    expect(await connection()).toMatchObject({ sealedTokens: null, sealedAt: null, account: null });
    expect(await look(line, id)).toMatchObject({
      status: 'consented',
      connection: { verdict: 'action_needed', cause: 'role_missing' },
    });
    expect((await actions()).slice(-2)).toEqual(['consent.answered', 'invitation.consented']);
  });

  test('completes the invitation once the registration has its directory role, with a fresh token', async () => {
    await approve();
    await line.afterwards();
    const connectionId = (await connection())!.id;
    const { body } = await line.call('POST', `/v1/connections/${connectionId}/validate`);
    expect(body).toMatchObject({ verdict: { verdict: 'working', evidence: 'probe' } });
    expect((await trips(line)).filter((trip) => trip === 'token (client_credentials)')).toHaveLength(2);
    expect(await look(line, id)).toMatchObject({ status: 'authentication_complete' });
    const view = await line.call<ConnectionView>('GET', `/v1/connections/${connectionId}`);
    expect(view.body).toMatchObject({ refreshToken: null, account: null });
  });

  test('that is declined leaves no connection, and can be started again', async () => {
    const shown = await browser.atMicrosoft(await browser.start(), line.practice.admin, 'declines');
    await browser.comeBack(shown.left!);
    expect(await look(line, id)).toMatchObject({ status: 'declined', connection: null });
    await approve();
    expect(await look(line, id)).toMatchObject({ status: 'consented' });
  });

  test('proves nothing by its address: nobody consented, so nothing is green, then and when the window has closed', async () => {
    await browser.comeBack(forged(stateOf(await browser.start())));
    expect(await look(line, id)).toMatchObject({ connection: { verdict: 'settling' } });
    await line.pass(16 * 60_000);
    await line.runJob('settle');
    expect(await look(line, id)).toMatchObject({
      status: 'consented',
      connection: { verdict: 'action_needed', cause: 'registration_absent' },
    });
  });

  test('believes an error where `admin_consent=True` stands beside it', async () => {
    const error = '&error=consent_required&error_description=AADSTS65004%3A+declined';
    await browser.comeBack(forged(stateOf(await browser.start()), error));
    expect(await look(line, id)).toMatchObject({ status: 'declined', connection: null });
  });

  test('has one answer: the same address again changes nothing', async () => {
    const shown = await browser.atMicrosoft(await browser.start(), line.practice.admin, 'accepts without box');
    await browser.comeBack(shown.left!);
    const before = await trips(line);
    const { first } = await browser.comeBack(shown.left!);
    expect(first.status).toBe(400);
    expect(await trips(line)).toEqual(before);
  });
});

test('a method that keeps somebody’s password cannot carry out what an application is for', async () => {
  await line.call('POST', `/v1/invitations/${id}/cancel`);
  await turnOn(line);
  const { id: other, customerId } = await draft(line);
  await line.call('POST', `/v1/customers/${customerId}/acknowledgement`, acknowledgement);
  const { status, body } = await line.call('POST', `/v1/invitations/${other}/method`, {
    method: 'known-password',
    profileId,
  });
  expect([status, body['code']]).toEqual([404, 'permission_profile_not_found']);
});
