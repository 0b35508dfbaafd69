import { describe, expect, test } from 'vitest';
import { fakeSurroundings } from '../testing/fake-surroundings.ts';
import { createMemoryStorage, keepStorageInMemory } from './memory-storage.ts';
import { createSignInFlow } from './sign-in-flow.ts';

describe('the storage in memory', () => {
  test('does what Web Storage does', () => {
    const storage = createMemoryStorage();
    storage.setItem('msal.one', '1');
    storage.setItem('msal.two', '2');
    expect(storage.length).toBe(2);
    expect(Object.keys(storage)).toEqual(['msal.one', 'msal.two']);
    expect([storage.getItem('msal.one'), storage.getItem('nothing'), storage.key(1)]).toEqual(['1', null, 'msal.two']);
    expect(Object.hasOwn(storage, 'msal.two')).toBe(true);
    storage.removeItem('msal.one');
    expect(storage.getItem('msal.one')).toBeNull();
    storage.clear();
    expect(storage.length).toBe(0);
  });

  test('takes the place of both storages of the page', () => {
    const page = {} as Window;
    keepStorageInMemory(page);
    expect(Object.getOwnPropertyNames(page)).toEqual(['sessionStorage', 'localStorage']);
    page.sessionStorage.setItem('token', 'secret');
    expect(page.localStorage.getItem('token')).toBeNull();
    expect(globalThis.sessionStorage.getItem('token')).toBeNull();
  });
});

describe('signing in', () => {
  test('Microsoft’s token is exchanged for our session and kept nowhere', async () => {
    const fake = fakeSurroundings({ signedIn: false });
    const flow = createSignInFlow(fake, async () => ({ ok: true, token: 'entra-token' }));
    await flow.start();
    const exchange = fake.sent.find(({ path }) => path === '/v1/session');
    expect(exchange?.headers.get('authorization')).toBe('Bearer entra-token');
    expect(flow.state.value).toEqual({ step: 'done', name: 'Ada Berg', role: 'Operator' });
    expect(JSON.stringify(fake.session.current.value)).not.toContain('entra-token');
  });

  test('a window that was closed says so, and asks nothing of the API', async () => {
    const fake = fakeSurroundings({ signedIn: false });
    const flow = createSignInFlow(fake, async () => ({ ok: false, error: { why: 'closed', code: null } }));
    await flow.start();
    expect(flow.state.value).toEqual({ step: 'refused', refusal: { why: 'closed', code: null } });
    expect(fake.callsOf('openSession')).toBe(0);
    expect(fake.session.current.value.state).toBe('signed-out');
  });

  test('an account without a role is told so, and is not signed in', async () => {
    const fake = fakeSurroundings({ signedIn: false });
    fake.refusals.set('openSession', 'operator_without_role');
    const flow = createSignInFlow(fake, async () => ({ ok: true, token: 'entra-token' }));
    await flow.start();
    expect(flow.state.value).toMatchObject({ step: 'failed', error: { code: 'operator_without_role' } });
    expect(fake.session.current.value.state).toBe('signed-out');
  });

  test('without the API nobody is sent to Microsoft', async () => {
    const fake = fakeSurroundings({ signedIn: false });
    fake.offline = true;
    let asked = 0;
    const flow = createSignInFlow(fake, async () => (asked++, { ok: true, token: 'x' }));
    await flow.start();
    expect(flow.state.value).toMatchObject({ step: 'failed', error: { code: 'offline' } });
    expect(asked).toBe(0);
  });
});
