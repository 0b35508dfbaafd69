import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AdminBrowser } from '../testing/admin-browser.ts';
import { startLine, type Line } from '../testing/line.ts';
import { pictureOf } from '../testing/snapshot.ts';
import { answer, invite, look } from '../testing/steps.ts';

let line: Line;
let browser: AdminBrowser;
let id: string;
beforeEach(async () => {
  line = await startLine();
  browser = line.browse();
  const invited = await invite(line);
  id = invited.id;
  await answer(line, browser, invited.link, 'leaves the box');
});
afterEach(() => line.stop());

const connection = async () => (await line.store.read.connections.findByInvitation(id))!;
const actions = async () => (await line.store.read.audit.ofInvitation(id)).map(({ action }) => action);

describe('the way on from a box that was not ticked', () => {
  test('is Microsoft’s page without a box, and completes the invitation once it is proved', async () => {
    const before = await connection();
    const address = await browser.start('/i/approve-organization');
    expect(new URL(address).pathname).toBe(`/${line.practice.situation.customer.tenantId}/v2.0/adminconsent`);
    const shown = await browser.atMicrosoft(address, line.practice.admin, 'accepts without box');
    const { first, html } = await browser.comeBack(shown.left!);
    expect(first.headers.get('location')).toMatch(/^\/i\/result\?of=inv_/);
    expect(html).toContain('Done, and proved');
    expect(await look(line, id)).toMatchObject({ status: 'authentication_complete' });
    expect(Date.parse((await connection()).consentChangedAt!)).toBeGreaterThan(Date.parse(before.consentChangedAt!));
    expect((await actions()).slice(-4)).toEqual([
      'consent.answered',
      'consent.organization_answered',
      'connection.validated',
      'invitation.authentication_complete',
    ]);
  });

  test('leaves the consent as it was when it is declined', async () => {
    const address = await browser.start('/i/approve-organization');
    const shown = await browser.atMicrosoft(address, line.practice.admin, 'declines');
    const { html } = await browser.comeBack(shown.left!);
    expect(html).toContain('One box was not ticked');
    expect(await look(line, id)).toMatchObject({ status: 'consented' });
    expect((await actions()).at(-1)).toBe('consent.declined');
  });

  test('is offered again where its answer does not count, and leads to the end', async () => {
    const older = await browser.start('/i/approve-organization');
    const address = await browser.start('/i/approve-organization');
    const shown = await browser.atMicrosoft(older, line.practice.admin, 'declines');
    const { html } = await browser.comeBack(shown.left!);
    expect(html).toContain('You started again in another window');
    expect(html).toContain('action="/i/approve-organization?of=');
    expect(html).toContain('Approve once more, for');
    expect(html, 'what would be refused is not offered').not.toContain('action="/i/start');
    expect(await look(line, id)).toMatchObject({ status: 'consented' });
    const again = await browser.start('/i/approve-organization');
    expect(again).not.toBe(address);
    await browser.comeBack((await browser.atMicrosoft(again, line.practice.admin, 'accepts without box')).left!);
    expect(await look(line, id)).toMatchObject({ status: 'authentication_complete' });
    const { searchParams } = new URL(address);
    const late = new URL(`${searchParams.get('redirect_uri')}?error=access_denied&state=${searchParams.get('state')}`);
    expect((await browser.comeBack(late)).html, 'nothing is left to approve').not.toContain('/i/approve-organization');
  });

  test('believes nothing of an answer that says it was approved', async () => {
    const state = new URL(await browser.start('/i/approve-organization')).searchParams.get('state')!;
    const { tenantId } = line.practice.situation.customer;
    const forged = `/consent/admin-callback?admin_consent=True&tenant=${tenantId}&scope=x&state=${state}`;
    const { html } = await browser.comeBack(new URL(forged, 'http://127.0.0.1:8787'));
    expect(html).not.toContain('Done, and proved');
    expect(await look(line, id)).toMatchObject({ status: 'consented', connection: { verdict: 'action_needed' } });
  });

  test('believes an error where `admin_consent=True` stands beside it', async () => {
    const state = new URL(await browser.start('/i/approve-organization')).searchParams.get('state')!;
    const query = `admin_consent=True&error=consent_required&error_description=AADSTS65004%3a+no&state=${state}`;
    const before = (await connection()).consentChangedAt;
    await browser.comeBack(new URL(`/consent/admin-callback?${query}`, 'http://127.0.0.1:8787'));
    expect((await actions()).at(-1)).toBe('consent.declined');
    expect((await connection()).consentChangedAt).toBe(before);
  });

  test('does not take the answer of the other page', async () => {
    const state = new URL(await browser.start('/i/approve-organization')).searchParams.get('state')!;
    const before = pictureOf(line);
    const { first } = await browser.comeBack(
      new URL(`/consent/callback?code=x&state=${state}`, 'http://127.0.0.1:8787'),
    );
    expect(first.status).toBe(400);
    expect(pictureOf(line)).toEqual(before);
  });

  test('is not offered once everything is proved', async () => {
    const address = await browser.start('/i/approve-organization');
    await browser.comeBack((await browser.atMicrosoft(address, line.practice.admin, 'accepts without box')).left!);
    const before = pictureOf(line);
    expect((await browser.post('/i/approve-organization')).status).toBe(410);
    expect(pictureOf(line)).toEqual(before);
  });
});
