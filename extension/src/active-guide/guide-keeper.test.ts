import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { sessionView } from '../../e2e/fake-api/answers.ts';
import { guideOf, guideWithGaps } from '../../e2e/fake-api/guide-samples.ts';
import { busyState } from '../../e2e/fake-api/state.ts';
import type { FrameCaller } from '../messaging/caller.ts';
import type { Wire } from '../messaging/wire.ts';
import { createSharedStream } from '../server-api/shared-stream.ts';
import { activeGuide, guideCheck, keptSession, savedGuide } from '../session/remembered.ts';
import { fakeSurroundings } from '../testing/fake-surroundings.ts';
import { createGuideKeeper } from './guide-keeper.ts';

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
});

const view = guideWithGaps(1);
const blade = view.permissionsBlade?.entra ?? '';
const card: FrameCaller = { kind: 'portal', tabId: 7, frameId: 0, address: blade };
const frame: FrameCaller = { kind: 'blade', tabId: 7, frameId: 3, address: blade };

/** A worker with a card on a portal, over an API of samples. */
async function aWorker() {
  const fake = fakeSurroundings({ state: { ...busyState(), guides: [view] } });
  await keptSession.setValue({ session: 'opaque', origin: fake.api.origin, view: sessionView(fake.state) });
  const rung: string[] = [];
  const drawn: string[] = [];
  const wires = new Set<Wire>();
  let update = (): void => undefined;
  const keeper = createGuideKeeper({
    tabs: {
      draw: async (tabId) => void drawn.push(`tab ${tabId}`),
      drawEverywhere: async () => void drawn.push('every portal'),
      goTo: async () => undefined,
      onMoved: () => undefined,
      onUpdated: (tell) => void (update = tell),
    },
    wires: () => wires,
    fetch: fake.fetch,
    stream: createSharedStream(fake.fetch),
    now: Date.now,
    browserLanguage: () => 'en',
  });
  const lay = (caller: FrameCaller) => {
    wires.add({ caller, ring: () => void rung.push(caller.kind) });
    keeper.attend();
  };
  const lead = async (checkedAt: string | null = null) => {
    await activeGuide.setValue({ guide: 'check-permissions', invitationId: view.invitationId, startedAt: 1 });
    await guideCheck.setValue({ startedAt: 1, checkedAt });
  };
  const read = () => keeper.handlers['guide.read']({}, card);
  return { fake, keeper, rung, drawn, lay, lead, read, update: () => update() };
}

test('after an update a guide that is open is drawn anew in every portal: what the version before has left there is dead', async () => {
  const { drawn, lead, update } = await aWorker();
  await lead();
  update();
  await vi.waitFor(() => expect(drawn).toEqual(['every portal']));
});

test('after an update without a guide no page is touched', async () => {
  const { drawn, update, keeper } = await aWorker();
  update();
  await keeper.changed();
  expect(drawn).toEqual([]);
});

test('what the frame has found, and in which corners a card would stand on it, is told to the card of that tab', async () => {
  const { keeper, rung, lay, lead, read } = await aWorker();
  await lead();
  lay(card);
  lay(frame);
  await vi.waitFor(async () => expect((await read())?.situation).toBe('known'));
  expect(await read()).toMatchObject({ found: null, near: [] });
  rung.length = 0;
  const step = 'grant-admin-consent';
  await keeper.handlers['guide.seen']({ step, found: true, near: ['end-bottom'] }, frame);
  expect(rung, 'the card looks again, and nobody else').toEqual(['portal']);
  expect(await read()).toMatchObject({ found: true, near: ['end-bottom'] });
  rung.length = 0;
  await keeper.handlers['guide.seen']({ step, found: true, near: ['end-bottom'] }, frame);
  expect(rung, 'the same again is no news').toEqual([]);
  await keeper.handlers['guide.seen']({ step, found: false, near: ['end-bottom'] }, frame);
  expect(await read(), 'what is not found is in nobody’s way').toMatchObject({ found: false, near: [] });
});

test('when the API answers again the guide goes on by itself', async () => {
  const { fake, lay, lead, read } = await aWorker();
  // Known from an earlier worker; this one reaches nobody.
  await savedGuide.setValue(view);
  fake.offline = true;
  await lead(view.checkedAt);
  lay(card);
  await vi.waitFor(async () => expect((await read())?.situation).toBe('offline'));
  expect((await read())?.lines, 'what was known stays').not.toBeNull();
  fake.offline = false;
  await vi.waitFor(async () => expect((await read())?.situation).toBe('known'), { timeout: 10_000 });
});

test.each(['local', 'session'] as const)(
  'closed in the very moment in which a check puts something on record (%s), the guide stays closed, and nothing of it is kept',
  async (area) => {
    const { fake, keeper, lead, read } = await aWorker();
    await lead();
    expect((await read())?.situation).toBe('reading');
    await vi.waitFor(async () => expect((await read())?.situation).toBe('known'));
    const store = fakeBrowser.storage[area];
    const set = store.set.bind(store);
    const closeFirst = async (items: object) => {
      await keeper.handlers['guide.close']({}, card);
      await set(items);
    };
    const put = vi.spyOn(store, 'set').mockImplementation(closeFirst as never);
    await keeper.handlers['guide.check']({}, card);
    expect(put).toHaveBeenCalled();
    expect(fake.callsOf('checkGuide')).toBeGreaterThan(0);
    expect(await read()).toBeNull();
    expect(await activeGuide.getValue()).toBeNull();
    expect(await savedGuide.getValue()).toBeNull();
  },
);

test('what was checked for a guide that was closed does not count for the one that is opened after it', async () => {
  const { lead, read } = await aWorker();
  await lead(view.checkedAt);
  await activeGuide.setValue({ guide: 'check-permissions', invitationId: view.invitationId, startedAt: 2 });
  await savedGuide.setValue(guideOf(1));
  const states = (await read())?.steps.map(({ state }) => state);
  expect(states).toContain('proved');
  expect(states?.at(-1), 'compared: only by a check of its own').toBe('now');
});
