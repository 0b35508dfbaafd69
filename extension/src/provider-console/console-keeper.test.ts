import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { sessionView } from '../../e2e/fake-api/answers.ts';
import { busyState } from '../../e2e/fake-api/state.ts';
import type { FrameCaller } from '../messaging/caller.ts';
import { PageConsole } from '../messaging/page-console.ts';
import type { Wire } from '../messaging/wire.ts';
import { createSharedStream } from '../server-api/shared-stream.ts';
import { keptSession, providerConsole, savedConsoleCustomers } from '../session/remembered.ts';
import { forgetSession } from '../session/forget-session.ts';
import { fakeSurroundings } from '../testing/fake-surroundings.ts';
import { createConsoleKeeper } from './console-keeper.ts';

const origin = 'https://console.northwindvoice.example';
const api = 'https://latchkey.northwindvoice.example';
const contoso = `${origin}/services/short1/m365-settings`;

const at = (address: string, tabId = 7): FrameCaller => ({ kind: 'provider-console', tabId, frameId: 0, address });

beforeEach(async () => {
  fakeBrowser.reset();
  await providerConsole.setValue({ name: 'Console', origin, patterns: ['/services/{shortName}/*', '/t#{tenant}'] });
});

/** A worker with its keeper, over an API of samples. Another one over the same `fake` is the same browser after the worker died. */
async function aWorker(fake = fakeSurroundings({ state: busyState() }), clock = { now: Date.now() }) {
  const { state } = fake;
  state.services = state.services.map((one, index) => ({ ...one, shortName: `short${index + 1}` }));
  await keptSession.setValue({ session: 'opaque', origin: api, view: sessionView(state) });
  const rung: number[] = [];
  const wires: Wire[] = [];
  const keeper = createConsoleKeeper({
    openConsole: async (hash) => void fake.asked.push(`console ${hash}`),
    openSignIn: async () => void fake.asked.push('sign-in'),
    wires: () => wires,
    fetch: fake.fetch,
    stream: createSharedStream(fake.fetch),
    now: () => clock.now,
    exclusively: fake.exclusively,
    browserLanguage: () => 'en-GB',
  });
  const lay = (address: string, tabId = 7) => {
    const wire: Wire = { caller: at(address, tabId), ring: () => void rung.push(tabId) };
    wires.push(wire);
    keeper.attend();
    return () => {
      wires.splice(wires.indexOf(wire), 1);
      keeper.leave(wire.caller);
    };
  };
  const read = (address: string, tabId = 7) => keeper.handlers['console.read']({}, at(address, tabId));
  const known = async (address: string) => {
    await read(address);
    await expect.poll(async () => (await read(address)).situation).not.toBe('reading');
    return read(address);
  };
  const validate = (address: string) => keeper.handlers['validation.run']({}, at(address));
  return { fake, keeper, clock, rung, lay, read, known, validate };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('what the card is told', () => {
  test('is of the customer that the tab’s address names, and of no other', async () => {
    const { known } = await aWorker();
    expect(await known(contoso)).toMatchObject({ situation: 'known', customer: { fullName: 'Contoso Ltd' } });
    const other = await known(`${origin}/services/short2`);
    expect(other.customer?.fullName).toBe('Adventure Works');
    expect(JSON.stringify(other)).not.toContain('Contoso');
  });

  test.each([
    `${origin}/services`,
    'https://console.northwindvoice.example.evil.example/services/short1',
    'https://console.northwindvoice.example:8443/services/short1',
    'https://evil.example/services/short1',
    '',
  ])('on %s is of nobody, and the server is not asked', async (address) => {
    const { read, fake } = await aWorker();
    expect(await read(address)).toMatchObject({ situation: 'nobody', named: null, customer: null });
    expect(fake.sent).toEqual([]);
  });

  test('without a console of the provider’s is of nobody', async () => {
    const { read, fake } = await aWorker();
    await providerConsole.removeValue();
    expect(await read(contoso)).toMatchObject({ situation: 'nobody' });
    expect(fake.sent).toEqual([]);
  });

  test('signed out is nothing but that, and the server is not asked', async () => {
    const { read, fake } = await aWorker();
    await keptSession.removeValue();
    expect(await read(contoso)).toMatchObject({ situation: 'signed-out', customer: null, verdict: null });
    expect(fake.sent).toEqual([]);
  });

  test('of a name that we do not know is the name alone', async () => {
    const { known } = await aWorker();
    const told = await known(`${origin}/services/nobody`);
    expect(told).toMatchObject({ situation: 'not-ours', named: 'nobody', customer: null, hasConnection: false });
  });

  test('cut to what is declared, holds no id, no account and no mail address', async () => {
    const { known } = await aWorker();
    const told = JSON.stringify(PageConsole.parse(await known(contoso)));
    expect(told, 'the control').toContain('Contoso Ltd');
    expect(told).not.toMatch(/cus_|con_|inv_|svc_|val_|@|6f1c2a90-|opaque/);
  });

  test('when nobody answers, is what was known before, and that it is old', async () => {
    const { known, fake, keeper, read } = await aWorker();
    const before = await known(contoso);
    fake.offline = true;
    keeper.changed();
    await read(contoso);
    await expect.poll(async () => (await read(contoso)).situation).toBe('offline');
    expect((await read(contoso)).customer).toEqual(before.customer);
  });

  test('outlives the worker, and not the session', async () => {
    const { known, fake } = await aWorker();
    await known(contoso);
    fake.gate = new Promise(() => undefined);
    const next = await aWorker(fake);
    expect((await next.read(contoso)).customer?.fullName).toBe('Contoso Ltd');
    await forgetSession(null, null);
    expect(await savedConsoleCustomers.getValue()).toEqual({});
    next.keeper.changed();
    expect((await next.read(contoso)).customer).toBeNull();
  });
});

describe('validation', () => {
  test('is of the customer of the tab’s address, whatever stands in a message', async () => {
    const { known, fake, keeper } = await aWorker();
    await known(contoso);
    const forged = { connectionId: fake.state.services[1]!.connection!.id } as unknown as Record<string, never>;
    await keeper.handlers['validation.run'](forged, at(contoso));
    await expect.poll(() => fake.callsOf('validateConnection')).toBe(1);
    const paths = fake.sent.map(({ path }) => path).filter((path) => path.endsWith('/validate'));
    expect(paths).toEqual([`/v1/connections/${fake.state.services[0]!.connection!.id}/validate`]);
  });

  test('asked for twice at once takes place once', async () => {
    const { known, fake, validate, read } = await aWorker();
    await known(contoso);
    await Promise.all([validate(contoso), validate(contoso), validate(contoso)]);
    await expect.poll(async () => (await read(contoso)).validating).toBe(false);
    expect(fake.callsOf('validateConnection')).toBe(1);
  });

  test('takes place no sooner than five seconds after the last, for another customer and another worker as well', async () => {
    const { known, fake, validate, clock } = await aWorker();
    await known(contoso);
    await validate(contoso);
    await expect.poll(() => fake.callsOf('validateConnection')).toBe(1);
    await settled();
    clock.now += 4_900;
    const next = await aWorker(fake, clock);
    await next.known(`${origin}/services/short2`);
    await next.validate(`${origin}/services/short2`);
    await settled();
    expect(fake.callsOf('validateConnection')).toBe(1);
    clock.now += 200;
    await next.validate(`${origin}/services/short2`);
    await expect.poll(() => fake.callsOf('validateConnection')).toBe(2);
  });

  test('of nobody, of nobody of ours, and signed out asks for nothing', async () => {
    const { known, fake, validate } = await aWorker();
    await known(`${origin}/services/nobody`);
    await validate(`${origin}/services/nobody`);
    await validate(`${origin}/services`);
    await known(contoso);
    await keptSession.removeValue();
    await validate(contoso);
    await settled();
    expect(fake.callsOf('validateConnection')).toBe(0);
  });

  test('that did not take place is said, and is no verdict', async () => {
    const { known, fake, validate, read } = await aWorker();
    const before = await known(contoso);
    fake.refusals.set('validateConnection', 'internal');
    await validate(contoso);
    await expect.poll(async () => (await read(contoso)).failed).toBe(true);
    expect((await read(contoso)).verdict).toEqual(before.verdict);
  });
});

describe('the change feed', () => {
  test('is open for as long as a card is, once for all of them', async () => {
    const { lay, fake } = await aWorker();
    const cuts = [lay(contoso, 7), lay(`${origin}/services/short2`, 8)];
    await expect.poll(() => fake.openStreams).toBe(1);
    cuts[0]!();
    await settled();
    expect(fake.openStreams).toBe(1);
    cuts[1]!();
    await expect.poll(() => fake.openStreams).toBe(0);
  });

  test('is not open while nobody is signed in', async () => {
    const { lay, fake, keeper } = await aWorker();
    await keptSession.removeValue();
    lay(contoso);
    keeper.attend();
    await settled();
    expect(fake.openStreams).toBe(0);
  });
});

test('a tab that has moved looks again, and no other', async () => {
  const { lay, keeper, rung } = await aWorker();
  lay(contoso, 7);
  lay(contoso, 8);
  keeper.moved(8);
  expect(rung).toEqual([8]);
});

test('Resume onboarding opens our console for the customer of the tab, and the sign-in its own page', async () => {
  const { known, fake, keeper } = await aWorker();
  await known(`${origin}/services/nobody`);
  await keeper.handlers['onboarding.open']({}, at(`${origin}/services/nobody`));
  await keeper.handlers['onboarding.open']({}, at(`${origin}/services`));
  await keeper.handlers['sign-in.open']({}, at(contoso));
  expect(fake.asked).toEqual(['console #/onboarding/direct-routing/new?shortName=nobody', 'sign-in']);
});
