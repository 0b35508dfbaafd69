import { beforeEach, expect, test } from 'vitest';
import { tenantOf } from '../../e2e/fake-api/ids.ts';
import { busyState } from '../../e2e/fake-api/state.ts';
import { fakeSurroundings, type FakeSurroundings } from '../testing/fake-surroundings.ts';
import type { ToolbarMoment } from '../session/remembered.ts';
import { toolbarSpeech } from './toolbar-words.ts';
import { validateTab } from './validate-tab.ts';

let fake: FakeSurroundings;
let shown: (ToolbarMoment['what'] | null)[];
let kept: (string | null)[];
beforeEach(() => {
  fake = fakeSurroundings({ state: busyState() });
  shown = [];
  kept = [];
});

const portal = (count: number) => `https://portal.azure.com/${tenantOf(count)}/#home`;
const press = (address: string) =>
  validateTab(
    {
      api: fake.api,
      exclusively: fake.exclusively,
      speech: toolbarSpeech('en'),
      now: () => Date.now(),
      keep: async (_, customer) => void kept.push(customer?.fullName ?? null),
      show: async (moment) => void shown.push(moment?.what ?? null),
    },
    { id: 7, address },
  );

test('it validates the customer of the tab, shows that it does, and says what came out', async () => {
  expect(await press(portal(1))).toEqual({
    title: 'Contoso Ltd: Working',
    text: 'Proved by probe. Nobody has to act',
  });
  expect(shown).toEqual(['validating', 'validating', 'validated']);
  expect(kept).toEqual(['Contoso Ltd', 'Contoso Ltd']);
  expect(fake.callsOf('validateConnection')).toBe(1);
});

test.each([
  ['a page that names no tenant', 'https://example.com/', 'No tenant in this tab’s address'],
  [
    'a page that only looks like the portal',
    `https://portal.azure.com.evil.example/${tenantOf(1)}/`,
    'No tenant in this tab’s address',
  ],
])('on %s nothing leaves the browser', async (_what, address, title) => {
  expect((await press(address)).title).toBe(title);
  expect([fake.sent, shown]).toEqual([[], []]);
});

test('of a tenant that is no customer’s, and of one without a connection, nothing is validated', async () => {
  expect((await press(portal(999))).title).toBe('Not a customer yet');
  expect((await press(portal(11))).title).toBe('Fabrikam GmbH: no connection yet');
  expect(fake.callsOf('validateConnection')).toBe(0);
  expect(shown.at(-1)).toBeNull();
});

test('pressed twice it runs once', async () => {
  const [one, other] = await Promise.all([press(portal(1)), press(portal(1))]);
  expect([one.title, other.title].toSorted()).toEqual(['Contoso Ltd', 'Contoso Ltd: Working']);
  expect(fake.callsOf('validateConnection')).toBe(1);
});

test('with nobody at the other end it says that it did not take place, and nothing good', async () => {
  fake.offline = true;
  expect((await press(portal(1))).title).toBe('The validation did not take place');
  expect(shown).toEqual(['validating', null]);
});
