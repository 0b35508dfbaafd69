import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { sessionView } from '../../e2e/fake-api/answers.ts';
import { tenantOf } from '../../e2e/fake-api/ids.ts';
import { busyState } from '../../e2e/fake-api/state.ts';
import { apiOrigin, keptSession, language, savedPending, savedTenants } from '../session/remembered.ts';
import type { OpenTab, ToolbarButton } from '../session/toolbar-button.ts';
import { fakeSurroundings } from '../testing/fake-surroundings.ts';
import { createToolbarKeeper } from './toolbar-keeper.ts';
import { toolbarSpeech } from './toolbar-words.ts';

beforeEach(() => fakeBrowser.reset());

const portal = (count: number): OpenTab => ({
  id: count,
  address: `https://portal.azure.com/${tenantOf(count)}/#home`,
});

/** A worker's toolbar, over an API of samples and a button that keeps what it was told to show. */
async function aToolbar({ signedIn = true, pageOpen = false, tabs = [portal(1)] as readonly OpenTab[] } = {}) {
  const fake = fakeSurroundings({ state: busyState() });
  await apiOrigin.setValue(fake.api.origin);
  if (signedIn)
    await keptSession.setValue({ session: 'opaque', origin: fake.api.origin, view: sessionView(fake.state) });
  const shown = new Map<number | null, { readonly text: string; readonly title: string }>();
  const everShown: string[] = [];
  const notices: string[] = [];
  const button: ToolbarButton = {
    show: async (tabId, { text, title }) => {
      shown.set(tabId, { text, title });
      everShown.push(text);
    },
    activeTabs: async () => tabs,
    isPageOpen: async () => pageOpen,
    notify: async ({ title }) => void notices.push(title),
  };
  const keeper = createToolbarKeeper({
    button,
    fetch: fake.fetch,
    exclusively: fake.exclusively,
    now: () => Date.now(),
  });
  return { fake, keeper, shown, everShown, notices };
}

test('signed out it asks nobody anything, whatever is pressed, and says what to do', async () => {
  const { fake, keeper, shown, notices } = await aToolbar({ signedIn: false });
  await keeper.ask();
  await keeper.look(portal(1));
  await keeper.validate(portal(1));
  expect(fake.sent).toEqual([]);
  expect(shown.get(1)).toEqual({ text: '', title: 'Latchkey: sign in to see who must act' });
  expect(notices).toEqual(['Nobody is signed in']);
});

test('T37: a session goes to the API that gave it, and to no other that the settings name', async () => {
  const { fake, keeper } = await aToolbar();
  await apiOrigin.setValue('https://other.example');
  await keeper.ask();
  await keeper.validate(portal(1));
  expect(fake.sent).toEqual([]);
});

test('each minute it reads who waits and whose tenant the tab is on, and keeps that for popup and badge', async () => {
  const { fake, keeper, shown } = await aToolbar();
  await keeper.ask();
  expect([fake.callsOf('listInvitations'), fake.callsOf('listCustomers')]).toEqual([1, 1]);
  expect((await savedPending.getValue())?.items.length).toBeGreaterThan(0);
  expect((await savedTenants.getValue())[tenantOf(1)]?.fullName).toBe('Contoso Ltd');
  const others = shown.get(null);
  expect(others?.title, 'tabs with nothing of their own name nobody').not.toContain('Contoso');
});

test('while a page of ours is open, which hears of changes by itself, it asks nothing and draws what that one keeps', async () => {
  const { fake, keeper, shown } = await aToolbar({ pageOpen: true });
  await keeper.ask();
  expect(fake.sent).toEqual([]);
  expect(shown.has(1)).toBe(true);
});

test('of a tenant it asks once, when a tab first comes to it; where no tenant is named it asks nothing', async () => {
  const { fake, keeper } = await aToolbar();
  await keeper.look({ id: 7, address: 'https://example.com/' });
  expect(fake.sent).toEqual([]);
  await keeper.look(portal(1));
  await keeper.look(portal(1));
  expect(fake.callsOf('listCustomers')).toBe(1);
});

test('validating shows that it does, in that tab alone, and then what came out', async () => {
  const { fake, keeper, shown, everShown, notices } = await aToolbar({ tabs: [portal(1), portal(999)] });
  await keeper.validate(portal(1));
  expect(fake.callsOf('validateConnection')).toBe(1);
  expect(everShown).toContain('…');
  expect([shown.get(1)?.text, shown.get(999)?.text === 'OK', shown.get(null)?.text === 'OK']).toEqual([
    'OK',
    false,
    false,
  ]);
  expect(notices).toEqual(['Contoso Ltd: Working']);
});

test('its menu speaks the language that was chosen', async () => {
  const { keeper } = await aToolbar();
  await language.setValue('en');
  expect(await keeper.menu()).toEqual(toolbarSpeech('en').words.toolbar.menu);
  await language.setValue('pseudo');
  expect(await keeper.menu()).toEqual(toolbarSpeech('pseudo').words.toolbar.menu);
});
