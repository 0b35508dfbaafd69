import { expect, test } from 'vitest';
import { guideAppId, guideOf, guideWithGaps } from '../../e2e/fake-api/guide-samples.ts';
import { tenantOf } from '../../e2e/fake-api/ids.ts';
import { PageGuide } from '../messaging/page-guide.ts';
import { guideForPage, pointAt, wantsCheck, type Around } from './for-page.ts';
import type { Reading } from './guide-reader.ts';

const view = guideWithGaps(1);
const reading: Reading = { view, situation: 'known', checking: false };
const blade = view.permissionsBlade?.entra ?? '';
const at = (address: string, changes: Partial<Around> = {}): Around => ({
  checkedAt: null,
  address,
  place: { corner: 'end-bottom', small: false },
  language: 'en',
  found: null,
  near: [],
  now: Date.now(),
  ...changes,
});
const other = `https://entra.microsoft.com/${tenantOf(2)}/#home`;

test('on the page of another tenant nothing of this one is told', () => {
  expect(guideForPage(reading, at(other))).toMatchObject({
    tenant: 'other',
    domain: null,
    steps: [],
    lines: null,
    proof: null,
    checkedAt: null,
    point: null,
  });
});

test('where the tenant is not named, the steps are told and nothing of what was granted', () => {
  const told = guideForPage(reading, at('https://entra.microsoft.com/#home'));
  expect(told).toMatchObject({ tenant: 'unnamed', domain: null, lines: null, checkedAt: null, point: null });
  expect(told.steps.length).toBe(5);
});

test.each([blade, other, 'https://entra.microsoft.com/#home', 'no address'])(
  'at %s no id of ours, of a tenant or of a person is told, and what is told fits what is declared',
  (address) => {
    const told = guideForPage(reading, at(address));
    const text = JSON.stringify(told);
    for (const id of [view.invitationId, tenantOf(1), tenantOf(801), '@']) expect(text).not.toContain(id);
    expect(PageGuide.parse(told)).toEqual(told);
  },
);

test('a provider’s name turns no sentence around', () => {
  const hostile = { ...reading, view: { ...view, providerName: '\u202EecioV' } };
  expect(guideForPage(hostile, at(blade)).provider).toBe('ecioV');
});

test('a frame is told the step, and what Microsoft’s own page shows of it', () => {
  expect(pointAt(reading, at(blade))).toEqual({
    step: 'grant-admin-consent',
    number: 4,
    appId: guideAppId,
    claimValues: view.asked.map(({ value }) => value),
    language: 'en',
  });
});

test('once all is proved it still points at the list that was compared', () => {
  const proved: Reading = { ...reading, view: guideOf(1) };
  const { checkedAt } = guideOf(1);
  const around = at(blade, { checkedAt });
  expect(pointAt(proved, around)?.step).toBe('compare-permissions');
});

test('the grants are read back by themselves on the Permissions page of the right tenant, once', () => {
  expect(wantsCheck(reading, at(blade))).toBe(true);
  expect(wantsCheck(reading, at(other))).toBe(false);
  expect(wantsCheck(reading, at('https://entra.microsoft.com/#home'))).toBe(false);
  expect(wantsCheck(reading, at(blade, { checkedAt: view.checkedAt }))).toBe(false);
  expect(wantsCheck({ ...reading, view: null }, at(blade))).toBe(false);
});
