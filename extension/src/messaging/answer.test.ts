import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answer, type Handlers } from './answer.ts';
import type { Caller, CallerKind } from './caller.ts';
import { protocol, type IntentName } from './protocol.ts';

const callers: Readonly<Record<CallerKind, Caller>> = {
  popup: { kind: 'popup' },
  panel: { kind: 'panel' },
  console: { kind: 'console' },
  options: { kind: 'options' },
  'sign-in': { kind: 'sign-in' },
  portal: { kind: 'portal', tabId: 7, frameId: 0, address: 'https://entra.microsoft.com/' },
  blade: { kind: 'blade', tabId: 7, frameId: 3, address: 'https://entra.microsoft.com/' },
  'provider-console': { kind: 'provider-console', tabId: 8, frameId: 0, address: 'https://console.example/' },
};
const kinds = Object.keys(callers) as CallerKind[];
const names = Object.keys(protocol) as IntentName[];

/** Handlers that only keep a list of what reached them. */
function listening(): { readonly heard: string[]; readonly handlers: Handlers } {
  const heard: string[] = [];
  const hear =
    (name: string) =>
    async (_: unknown, { kind }: Caller) => {
      heard.push(`${name} from ${kind}`);
      return { active: false };
    };
  return { heard, handlers: Object.fromEntries(names.map((name) => [name, hear(name)])) as unknown as Handlers };
}

/** What a script in a web page may ask, written down a second time: adding to it is a decision. */
const harmless: readonly IntentName[] = [
  'guide.here',
  'guide.read',
  'guide.point',
  'guide.seen',
  'guide.check',
  'guide.go',
  'guide.close',
  'overlay.place',
];

/** The same on the provider's own console: validating is the one thing there that has an effect. */
const harmlessOnConsole: readonly IntentName[] = [
  'console.read',
  'validation.run',
  'onboarding.open',
  'sign-in.open',
  'overlay.place',
];

test('what the provider’s console may ask is less than a page of ours may', () => {
  const open = names.filter((name) => protocol[name].from.some((kind) => kind === 'provider-console'));
  expect(open).toEqual(harmlessOnConsole);
});

test('what a web page may ask is only what does no harm', () => {
  const open = names.filter((name) => protocol[name].from.some((kind) => kind === 'portal' || kind === 'blade'));
  expect(open).toEqual(harmless);
});

test.each(names.flatMap((name) => kinds.map((kind) => [name, kind] as const)))(
  '%s from %s reaches its handler only if that caller may send it',
  async (name, kind) => {
    const { heard, handlers } = listening();
    await answer(handlers, { intent: name, ask: {} }, callers[kind]);
    const from: readonly CallerKind[] = protocol[name].from;
    if (!from.includes(kind)) expect(heard).toEqual([]);
    expect(heard.filter((line) => line !== `${name} from ${kind}`)).toEqual([]);
  },
);

test('nobody we know is answered nothing, whatever is asked', async () => {
  const { heard, handlers } = listening();
  for (const name of names)
    expect(await answer(handlers, { intent: name, ask: {} }, undefined)).toMatchObject({
      error: { code: 'message_forbidden' },
    });
  expect(heard).toEqual([]);
});

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', 'guide', 'GUIDE.HERE', 'fetch'])(
  'an intent called "%s" is unknown',
  async (intent) => {
    const { heard, handlers } = listening();
    const refused = await answer(handlers, { intent, ask: {} }, callers.popup);
    expect(refused).toEqual({ ok: false, error: { code: 'message_unknown' } });
    expect(heard).toEqual([]);
  },
);

test('an ask with anything that was not declared is refused', async () => {
  const { heard, handlers } = listening();
  const ask = { customerId: 'cus_00000000000000000000000000', url: 'https://evil.example' };
  const refused = await answer(handlers, { intent: 'guide.here', ask }, callers.portal);
  expect(refused).toEqual({ ok: false, error: { code: 'message_malformed' } });
  expect(heard).toEqual([]);
});

test('a reply is cut to what is declared', async () => {
  const loose = { 'guide.here': async () => ({ active: true, session: 'opaque' }) } as unknown as Handlers;
  expect(await answer(loose, { intent: 'guide.here', ask: {} }, callers.portal)).toEqual({
    ok: true,
    value: { active: true },
  });
});

test('a handler that fails is a refusal without a word of the failure', async () => {
  const failing = { 'guide.here': () => Promise.reject(new Error('of Contoso')) } as unknown as Handlers;
  expect(await answer(failing, { intent: 'guide.here', ask: {} }, callers.portal)).toEqual({
    ok: false,
    error: { code: 'message_failed' },
  });
});

test('of ten thousand messages from web pages none throws, and only what does no harm is heard', async () => {
  const { heard, handlers } = listening();
  const intent = fc.oneof(fc.constantFrom(...names), fc.string(), fc.anything());
  const ask = fc.oneof(fc.constant({}), fc.object(), fc.anything());
  const message = fc.oneof(fc.record({ intent, ask }, { requiredKeys: [] }), fc.anything());
  const caller = fc.constantFrom(callers.portal, callers.blade, callers['provider-console'], undefined);
  await fc.assert(
    fc.asyncProperty(message, caller, async (sent, who) => {
      expect(typeof (await answer(handlers, sent, who)).ok).toBe('boolean');
    }),
    { numRuns: 10_000 },
  );
  expect(
    heard.filter((line) => ![...harmless, ...harmlessOnConsole].some((name) => line.startsWith(`${name} from `))),
  ).toEqual([]);
});
