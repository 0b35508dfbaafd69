import { afterAll, beforeAll, expect, test } from 'vitest';
import { guideOf, guideWithGaps } from '../fake-api/guide-samples.ts';
import { tenantOf } from '../fake-api/ids.ts';
import type { OverlayCard } from '../pages/overlay-card.ts';
import { OverlayStage } from '../stage/overlay-stage.ts';
import { allOr } from '../stage/thorough.ts';

/* The guide goes on whatever dies: the worker at each message, the API, the session. */

let stage: OverlayStage;
beforeAll(async () => {
  stage = await OverlayStage.open();
});
afterAll(() => stage?.close());

const elsewhere = `https://entra.microsoft.com/${tenantOf(2)}/#home`;
const press = (name: string) => (overlay: OverlayCard) => overlay.button(name).click();

/** Each message of the guide: what makes it, where, and how it shows that it was answered. */
const messages: readonly (readonly [
  name: string,
  act: (overlay: OverlayCard) => Promise<unknown>,
  done: (overlay: OverlayCard, checks: number) => Promise<unknown>,
])[] = [
  ['guide.here', (overlay) => overlay.page.reload(), (overlay) => overlay.stepNow().waitFor()],
  [
    'guide.read',
    (overlay) => overlay.page.evaluate((to) => void (location.href = to), `${stage.blade()}/`),
    (overlay) => overlay.stepNow().waitFor(),
  ],
  ['guide.point', (overlay) => overlay.page.reload(), (overlay) => overlay.ringed()],
  [
    'guide.seen',
    async (overlay) => {
      const frame = await overlay.ringed();
      await frame.getByRole('button', { name: /^Grant admin consent/ }).evaluate((button) => button.remove());
    },
    (overlay) => overlay.text('We cannot find this on the page').waitFor(),
  ],
  [
    'guide.check',
    press('Check again'),
    (_, checks) => expect.poll(() => stage.callsTo('/guide/check')).toBeGreaterThan(checks),
  ],
  [
    'overlay.place',
    press('Make small'),
    async (overlay) => {
      await overlay.pill().click();
      await overlay.stepNow().waitFor();
    },
  ],
  [
    'guide.go',
    async (overlay) => {
      await overlay.page.goto(elsewhere);
      await press('Open this page in the right tenant')(overlay);
    },
    (overlay) => overlay.page.waitForURL(stage.blade()),
  ],
  ['guide.close', press('Close the guide'), (overlay) => overlay.host().waitFor({ state: 'detached' })],
];

const moments = ['before', 'at', 'after'] as const;
/** Every message at every moment; in short three of them, each at a moment of its own. */
const killings = allOr(
  messages.map((message) => [message, moments as readonly string[]] as const),
  ['guide.here', 'guide.check', 'guide.go'].map(
    (name, at) => [messages.find((one) => one[0] === name)!, moments.slice(at, at + 1)] as const,
  ),
).map(([[name, act, done], killed]) => [name, killed, act, done] as const);

test.each(killings)('the worker killed at %s: it is finished all the same', async (_, killed, act, done) => {
  await stage.set({ mode: 'frame', guide: guideWithGaps(1) });
  for (const when of killed) {
    await stage.startGuide();
    const overlay = await stage.openPortal();
    await overlay.stepNow().waitFor();
    // The check on arrival is over: one that is asked for while it is under way would be answered by it.
    await overlay.text(/^Checked/).waitFor();
    const checks = stage.callsTo('/guide/check');
    const kill = () => stage.killWorker(overlay.page);
    if (when === 'before') await kill();
    await Promise.all([act(overlay), ...(when === 'at' ? [kill()] : [])]);
    if (when === 'after') await kill();
    await done(overlay, checks);
    await overlay.page.close();
  }
});

test('after the worker was killed, the change stream is laid anew and the proof still arrives by itself', async () => {
  await stage.set({ guide: guideWithGaps(1) });
  const overlay = await stage.openPortal();
  await overlay.text('3 of 5').waitFor();
  await stage.killWorker(overlay.page);
  await expect.poll(() => stage.api.calls.filter((call) => call.includes('/changes/stream')).length).toBe(2);
  stage.guide = guideOf(1);
  stage.api.tell({ invitationId: stage.guide.invitationId });
  await overlay.text('5 of 5 required permissions granted').waitFor();
});

test('while the API is down it says so and keeps what was known; when it is up again the guide goes on', async () => {
  await stage.set({ guide: guideWithGaps(1) });
  const overlay = await stage.openPortal();
  await overlay.text('3 of 5').waitFor();
  await stage.api.close();
  await overlay.button('Check again').click();
  await overlay.text('Latchkey does not answer').waitFor();
  await overlay.text('3 of 5 required permissions granted, 1 surplus').waitFor();
  expect(await overlay.proved().count()).toBe(0);
  await stage.api.listen();
  stage.guide = guideOf(1);
  await overlay.button('Check again').click();
  await overlay.text('All required permissions are granted').waitFor();
  expect(await overlay.text('Latchkey does not answer').count()).toBe(0);
});

test('when the API is up again the guide goes on by itself, with nobody pressing anything', async () => {
  await stage.set({ guide: guideWithGaps(1) });
  const overlay = await stage.openPortal();
  await overlay.text('3 of 5').waitFor();
  await overlay.text(/^Checked/).waitFor();
  await stage.api.close();
  await overlay.button('Check again').click();
  await overlay.text('Latchkey does not answer').waitFor();
  await stage.api.listen();
  await overlay.text('Latchkey does not answer').waitFor({ state: 'detached' });
  await overlay.text('3 of 5').waitFor();
});

test('signed out, it keeps nothing of the tenant on the page, and goes on once somebody signs in', async () => {
  await stage.set({ guide: guideWithGaps(1), signedIn: false });
  const overlay = await stage.openPortal();
  await overlay.text('Nobody is signed in to Latchkey').waitFor();
  expect(await overlay.readableByThePage()).not.toContain('customer1.com');
  await stage.browser.signIn(stage.api);
  await overlay.text('3 of 5').waitFor();
});

/** Ten thousand; in short, a fifth of them. */
const [messageCount = 0] = allOr<number>([10_000], [2_000]);

test('of thousands of messages from a script in the page’s frame none is answered but what does no harm, and none is sent on', async () => {
  await stage.set({ guide: guideWithGaps(1) });
  const overlay = await stage.openPortal();
  await overlay.text('3 of 5').waitFor();
  await expect.poll(() => stage.callsTo('/guide/check')).toBe(1);
  await overlay.text(/^Checked/).waitFor();
  await expect.poll(() => stage.api.calls.filter((call) => call.includes('/changes/stream')).length).toBe(1);
  const before = stage.api.calls.length;
  const worker = stage.browser.context.serviceWorkers()[0];
  const answered = await worker?.evaluate(async (count) => {
    const { chrome } = globalThis as unknown as { chrome: FuzzChrome };
    const [tab] = await chrome.tabs.query({ url: ['https://entra.microsoft.com/*'] });
    const [ran] = await chrome.scripting.executeScript({
      target: { tabId: tab?.id ?? 0 },
      args: [count],
      func: async (many: number) => {
        const { chrome: here } = globalThis as unknown as { chrome: FuzzChrome };
        const words = ['guide', 'here', 'fetch', '__proto__', 'validation.run', 'session', '.', '', 'constructor'];
        const parts = [null, 0, '', [], {}, { url: 'https://evil.example' }, { customerId: 'cus_1' }, { active: true }];
        const taken: string[] = [];
        const send = async (at: number): Promise<void> => {
          const intent = `${words[at % 9]}${words[(at >> 3) % 9]}${at % 7 === 0 ? at : ''}`;
          const message = at % 5 === 0 ? parts[at % 8] : { intent, ask: parts[(at >> 2) % 8] };
          const reply = await here.runtime.sendMessage(message);
          if (reply?.ok !== false) taken.push(intent);
        };
        for (let first = 0; first < many; first += 200)
          await Promise.all(Array.from({ length: 200 }, (_, more) => send(first + more)));
        return taken;
      },
    });
    return ran?.result;
  }, messageCount);
  expect(answered).toEqual([]);
  expect(stage.api.calls.slice(before)).toEqual([]);
});

interface FuzzChrome {
  readonly tabs: { query(query: object): Promise<readonly { readonly id: number }[]> };
  readonly scripting: {
    executeScript(what: object): Promise<readonly { readonly result?: readonly string[] }[]>;
  };
  readonly runtime: { sendMessage(message: unknown): Promise<{ readonly ok?: boolean } | undefined> };
}
