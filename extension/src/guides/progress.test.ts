import type { GuideView } from '@latchkey/shared/api/guides';
import { describe, expect, test } from 'vitest';
import { guideOf, guideWithGaps } from '../../e2e/fake-api/guide-samples.ts';
import { tenantOf } from '../../e2e/fake-api/ids.ts';
import { checkPermissionsGuide } from './guides.ts';
import { progressOf } from './progress.ts';

const all = guideOf(1);
const blade = all.permissionsBlade?.entra ?? '';
const now = Date.now();
const statesAt = (address: string, view: GuideView = all, checkedAt: string | null = view.checkedAt, at = now) =>
  progressOf(checkPermissionsGuide, { view, checkedAt, now: at }, address)
    .steps.map(({ state }) => state)
    .join(' ');
const tenantAt = (address: string, view: GuideView = all) =>
  progressOf(checkPermissionsGuide, { view, checkedAt: null, now }, address).tenant;

describe('whose tenant an address is on', () => {
  const objectId = tenantOf(801);
  test.each([
    [blade, 'right'],
    [`https://portal.azure.com/${tenantOf(1).toUpperCase()}/#home`, 'right'],
    ['https://portal.azure.com/#@Customer1.com/resource', 'right'],
    [`https://portal.azure.com/#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Overview/objectId/${objectId}`, 'right'],
    [`https://portal.azure.com/${tenantOf(2)}/#home`, 'other'],
    [blade.replace(tenantOf(1), tenantOf(2)), 'other'],
    ['https://portal.azure.com/#home', 'unnamed'],
    ['https://portal.azure.com/#@another-domain.com', 'unnamed'],
    [`https://evil.example/${tenantOf(1)}`, 'unnamed'],
    [
      `https://portal.azure.com/#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Overview/objectId/${tenantOf(2)}`,
      'unnamed',
    ],
  ])('%s is %s', (address, match) => {
    expect(tenantAt(address)).toBe(match);
  });
});

describe('the way', () => {
  const at = (hash: string) => `https://entra.microsoft.com/${tenantOf(1)}/#view/Microsoft_AAD_IAM/${hash}`;
  const gaps = guideWithGaps(1);
  test.each([
    ['https://entra.microsoft.com/#home', 'now next next next next'],
    [at('StartboardApplicationsMenuBlade/~/AppAppsPreview'), 'passed now next next next'],
    [at(`ManagedAppMenuBlade/~/Overview/objectId/${tenantOf(801)}`), 'passed passed now next next'],
    [at(`ManagedAppMenuBlade/~/Permissions/objectId/${tenantOf(801)}`), 'passed passed passed now next'],
    [at(`ManagedAppMenuBlade/~/Permissions/objectId/${tenantOf(999)}`), 'passed now next next next'],
    [blade.replace(tenantOf(1), tenantOf(2)), 'now next next next next'],
  ])('at %s reads %s', (address, states) => {
    expect(statesAt(address, gaps)).toBe(states);
  });
});

describe('a tick', () => {
  const done = 'passed passed passed proved proved';
  const open = 'passed passed passed now next';
  test('is the server’s: everything required was read back as granted for the whole organisation', () => {
    expect(statesAt(blade)).toBe(done);
  });

  test('stands wherever the person is', () => {
    expect(statesAt('https://entra.microsoft.com/#home')).toBe('now next next proved proved');
  });

  const line = all.required?.[0] as NonNullable<GuideView['required']>[number];
  const verdict = all.verdict as NonNullable<GuideView['verdict']>;
  test.each<[string, Partial<GuideView>]>([
    ['the grants could not be read', { required: null }],
    ['nobody has validated', { verdict: null }],
    ['the evidence is a token only', { verdict: { ...verdict, evidence: 'token' } }],
    ['nothing was asked for', { asked: [], required: [] }],
    ['what was read leaves one out', { required: all.required?.slice(1) ?? [] }],
    ...(['one_person', 'missing', 'disabled', 'skipped', 'surplus'] as const).map(
      (finding): [string, Partial<GuideView>] => [
        `one is ${finding}`,
        { required: [{ ...line, finding }, ...(all.required?.slice(1) ?? [])] },
      ],
    ),
    [
      'one is granted as the other kind',
      { required: all.required?.map((one) => ({ ...one, kind: 'application' })) ?? [] },
    ],
  ])('is not given where %s', (_, changes) => {
    expect(statesAt(blade, { ...all, ...changes })).toBe(open);
  });

  test('goes with the age of the proof', () => {
    expect(statesAt(blade, all, all.checkedAt, Date.parse(verdict.validUntil) + 1)).toBe(open);
  });

  test('for comparing needs a read-back that this guide has asked for', () => {
    expect(statesAt(blade, all, null)).toBe('passed passed passed proved now');
    const later = new Date(Date.parse(all.checkedAt ?? '') + 1_000).toISOString();
    expect(statesAt(blade, all, later)).toBe('passed passed passed proved now');
  });
});
