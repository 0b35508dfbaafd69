import { afterEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { guideWithGaps } from '../../e2e/fake-api/guide-samples.ts';
import { guideForPage } from '../active-guide/for-page.ts';
import { runCard } from './run-overlay.tsx';

afterEach(() => vi.restoreAllMocks());

const view = guideWithGaps(1);
const guide = guideForPage(
  { view, situation: 'known', checking: false },
  {
    checkedAt: null,
    address: view.permissionsBlade?.entra ?? '',
    place: { corner: 'end-bottom', small: false },
    language: 'en',
    found: null,
    near: [],
    now: Date.now(),
  },
);

/** A card over a background whose workers die over each `guide.close`, so many of them. */
function aCard(dyingWorkers: number) {
  const asked: string[] = [];
  const rings: (() => void)[] = [];
  let open = true;
  let left = dyingWorkers;
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation((async ({ intent }: { readonly intent: string }) => {
    asked.push(intent);
    if (intent === 'guide.close' && (left -= 1) >= 0) throw new Error('The message channel closed.');
    if (intent === 'guide.close') open = false;
    return { ok: true, value: intent === 'guide.read' && open ? guide : null };
  }) as never);
  const none = { addListener: () => undefined };
  vi.spyOn(fakeBrowser.runtime, 'connect').mockReturnValue({
    onMessage: { addListener: (ring: () => void) => rings.push(ring) },
    onDisconnect: none,
    postMessage: () => undefined,
    disconnect: () => undefined,
  } as never);
  const end = new AbortController();
  runCard({ end });
  const host = () => document.querySelector('latchkey-overlay');
  const press = (label: string) => {
    const event = new MouseEvent('click', { bubbles: true, composed: true });
    // As if a person had pressed: nothing else counts in somebody else's page.
    Object.defineProperty(event, 'isTrusted', { value: true });
    host()?.shadowRoot?.querySelector(`[aria-label="${label}"]`)?.dispatchEvent(event);
  };
  const drawn = () => vi.waitFor(() => expect(host()?.shadowRoot?.querySelector('aside')).not.toBeNull());
  return { asked, end, host, press, drawn, ring: () => rings.forEach((ring) => ring()) };
}

test('one worker after another dies over closing the guide: the next line to the background closes it all the same', async () => {
  const { asked, end, host, press, drawn, ring } = aCard(5);
  await drawn();
  press('Close the guide');
  await vi.waitFor(() => expect(asked.filter((intent) => intent === 'guide.read').length).toBe(2));
  expect(host(), 'nothing is said to be closed that is not').not.toBeNull();
  ring();
  await vi.waitFor(() => expect(host()).toBeNull());
  expect(end.signal.aborted).toBe(true);
  expect(asked.filter((intent) => intent === 'guide.close').length).toBe(6);
});

test('a guide that was closed once is not closed again by a look at it', async () => {
  const { asked, host, press, drawn, ring } = aCard(0);
  await drawn();
  ring();
  press('Close the guide');
  press('Close the guide');
  await vi.waitFor(() => expect(host()).toBeNull());
  ring();
  expect(asked.filter((intent) => intent === 'guide.close').length).toBe(1);
});
