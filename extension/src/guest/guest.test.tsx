import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { guideAppId, guideOf } from '../../e2e/fake-api/guide-samples.ts';
import { emptyState } from '../../e2e/fake-api/state.ts';
import { Popup } from '../checklist/popup.tsx';
import { activeGuide, guestSession } from '../session/remembered.ts';
import { draw, startClean } from '../testing/draw.tsx';
import { fakeSurroundings } from '../testing/fake-surroundings.ts';
import { readHandover } from './handover.ts';

startClean();

const code = 'a'.repeat(43);
const page = {
  address: 'https://connect.northwindvoice.example/i/guide',
  code,
  provider: 'Northwind Voice',
  appId: guideAppId,
};
const guest = (handover = page) => {
  const fake = fakeSurroundings({ signedIn: false, state: { ...emptyState(), guides: [guideOf(1)] } });
  fake.handover = handover;
  draw(fake, <Popup />);
  return fake;
};
const guestCalls = (fake: ReturnType<typeof guest>) => fake.sent.filter(({ path }) => path !== '/v1/configuration');
const confirm = () => screen.findByRole('button', { name: 'Show me in the portal' });

test('who offers the guide is shown, and nothing is asked of that host before it is confirmed', async () => {
  const fake = guest();
  await confirm();
  for (const text of ['connect.northwindvoice.example', 'Northwind Voice', guideAppId])
    expect(screen.getAllByText(text, { exact: false }).length).toBeGreaterThan(0);
  expect(guestCalls(fake)).toEqual([]);
  expect(await guestSession.getValue()).toBeNull();
});

test('confirmed, the code is exchanged, and the guide of that invitation opens in the right tenant', async () => {
  const fake = guest();
  fireEvent.click(await confirm());
  await waitFor(() => expect(fake.asked).toEqual([`tab ${guideOf(1).permissionsBlade?.entra}`]));
  const { invitationId } = guideOf(1);
  expect(guestCalls(fake).map(({ path }) => path)).toEqual([
    '/v1/guest-session',
    `/v1/invitations/${invitationId}/guide`,
  ]);
  expect(guestCalls(fake)[0]?.body).toEqual({ code });
  const origin = 'https://connect.northwindvoice.example';
  expect(await guestSession.getValue()).toMatchObject({ origin, invitationId });
  expect(await activeGuide.getValue()).toMatchObject({ invitationId });
});

test('a page that names another application than its server opens nothing', async () => {
  const fake = guest({ ...page, appId: '22222222-2222-4222-8222-222222222222' });
  fireEvent.click(await confirm());
  await waitFor(() => expect(screen.queryByText(/names another application/)).not.toBeNull());
  expect(fake.asked).toEqual([]);
  expect(await guestSession.getValue()).toBeNull();
  expect(await activeGuide.getValue()).toBeNull();
});

test.each([
  ['a page without https', { ...page, address: 'http://connect.northwindvoice.example/' }],
  ['no address', { ...page, address: '' }],
  ['a code that is none', { ...page, code: 'short' }],
  ['an application id that is none', { ...page, appId: 'x' }],
  ['no name', { ...page, provider: '\u202E ' }],
])('%s hands over nothing', (_, raw) => {
  expect(readHandover(raw)).toBeNull();
});

test('a name turns no sentence around, and is not endless', () => {
  const handover = readHandover({ ...page, provider: `\u202E${'N'.repeat(500)}` });
  expect(handover?.provider).toBe('N'.repeat(120));
});
