import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { sessionView } from '../../e2e/fake-api/answers.ts';
import { busyState } from '../../e2e/fake-api/state.ts';
import { openSessionKeeper } from './operator-session.ts';
import { keptSession, savedPending, type KeptSession } from './remembered.ts';

const origin = 'https://latchkey.northwindvoice.example';
const kept: KeptSession = { session: 'opaque', origin, view: sessionView(busyState()) };
const now = () => Date.now();

beforeEach(() => fakeBrowser.reset());

describe('the session of an operator', () => {
  test('is kept in memory only, never on disk', async () => {
    const keeper = await openSessionKeeper(origin, now);
    await keeper.keep(kept);
    expect(JSON.stringify(await fakeBrowser.storage.session.get())).toContain('opaque');
    expect(JSON.stringify(await fakeBrowser.storage.local.get())).not.toContain('opaque');
    expect(JSON.stringify(await fakeBrowser.storage.sync.get())).not.toContain('opaque');
  });

  test('belongs to the API that gave it', async () => {
    await keptSession.setValue(kept);
    const elsewhere = await openSessionKeeper('https://other.example', now);
    expect(elsewhere.current.value).toEqual({ state: 'signed-out', because: null });
  });

  test('is over when its time is', async () => {
    await keptSession.setValue(kept);
    const late = await openSessionKeeper(origin, () => Date.parse(kept.view.endsAt));
    expect(late.current.value).toEqual({ state: 'signed-out', because: 'ended' });
  });

  test('ends in every page at once, and what was learned under it goes with it', async () => {
    await keptSession.setValue(kept);
    await savedPending.setValue({ at: '2026-11-24T14:00:00Z', items: [], total: 0 });
    const [popup, console] = [await openSessionKeeper(origin, now), await openSessionKeeper(origin, now)];
    await popup.forget('opaque', 'ended');
    await expect.poll(() => console.current.value).toEqual({ state: 'signed-out', because: 'ended' });
    expect(await savedPending.getValue()).toBeNull();
    expect(await fakeBrowser.storage.session.get('api-session')).toEqual({});
  });

  test('a late answer for an older session does not end the new one', async () => {
    await keptSession.setValue(kept);
    const keeper = await openSessionKeeper(origin, now);
    await keeper.forget('an older one', 'ended');
    expect(keeper.current.value).toMatchObject({ state: 'signed-in' });
  });
});
