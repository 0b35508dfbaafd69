import { expect, test } from 'vitest';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { createSealer, keyIdOf } from './jwe-sealer.ts';
import type { RingKey } from './key-ring.ts';
import { CannotOpen, type Sealed } from './sealer.ts';
import { Secret } from './secret.ts';

const key = (kid: string, fill: number): RingKey => ({ kid, bytes: new Uint8Array(32).fill(fill) });
const older = key('sealing-older', 1);
const newer = key('sealing-newer', 2);
const sealer = createSealer([newer, older]);

test('what was sealed opens for its owner, whatever it is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 400 }), async (text) => {
      const sealed = await sealer.seal(new Secret(text), 'connection:con_1');
      expect((await sealer.open(sealed, 'connection:con_1')).reveal()).toBe(text);
    }),
    { numRuns: 50 },
  );
});

test('a record that was copied to another owner does not open', async () => {
  const sealed = await sealer.seal(new Secret('refresh'), 'connection:con_1');
  await expect(sealer.open(sealed, 'connection:con_2')).rejects.toBeInstanceOf(CannotOpen);
  await expect(sealer.open(sealed, 'start:con_1')).rejects.toBeInstanceOf(CannotOpen);
});

test('a changed byte anywhere keeps it shut', async () => {
  const sealed = await sealer.seal(new Secret('refresh'), 'connection:con_1');
  for (let place = 0; place < sealed.length; place += 1) {
    const before = sealed[place] ?? '';
    // The last character of a part can hold bits that nobody reads: the change is made to count in the first of them.
    const after = before === '.' ? '' : before === 'A' ? 'g' : before < 'a' ? 'x' : 'B';
    const changed = `${sealed.slice(0, place)}${after}${sealed.slice(place + 1)}` as Sealed;
    if (sameBytes(changed, sealed)) continue;
    await expect(sealer.open(changed, 'connection:con_1'), `place ${place}`).rejects.toBeInstanceOf(CannotOpen);
  }
});

test.each(['', 'x', '....', 'eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0....', 'eyJhbGciOiJub25lIn0.e30.'])(
  '"%s" does not open',
  async (text) => {
    await expect(sealer.open(text as Sealed, 'connection:con_1')).rejects.toBeInstanceOf(CannotOpen);
  },
);

test('an older key still opens, the current one seals, an unknown one does neither', async () => {
  const sealed = await createSealer([older]).seal(new Secret('refresh'), 'connection:con_1');
  expect(keyIdOf(sealed)).toBe('sealing-older');
  expect((await sealer.open(sealed, 'connection:con_1')).reveal()).toBe('refresh');
  expect(keyIdOf(await sealer.seal(new Secret('refresh'), 'connection:con_1'))).toBe('sealing-newer');
  await expect(createSealer([newer]).open(sealed, 'connection:con_1')).rejects.toBeInstanceOf(CannotOpen);
});

test('another key under the same name does not open', async () => {
  const sealed = await sealer.seal(new Secret('refresh'), 'connection:con_1');
  const impostor = createSealer([key('sealing-newer', 9)]);
  await expect(impostor.open(sealed, 'connection:con_1')).rejects.toBeInstanceOf(CannotOpen);
});

test('the same secret is never sealed to the same text, and never stands in it', async () => {
  const texts = await Promise.all([1, 2].map(() => sealer.seal(new Secret('canary-refresh'), 'connection:con_1')));
  expect(texts[0]).not.toBe(texts[1]);
  expect(Buffer.from(texts.join(), 'base64url').toString('latin1') + texts.join()).not.toContain('canary-refresh');
});

test('a secret does not show itself', () => {
  const secret = new Secret('canary-secret');
  const shown = [
    String(secret),
    'text: '.concat(secret as never),
    JSON.stringify({ secret }),
    inspect(secret),
    inspect({ deep: [secret] }, { depth: 9 }),
  ];
  expect(shown.join()).not.toContain('canary-secret');
  expect(Object.keys(secret)).toEqual([]);
});

const sameBytes = (one: string, other: string): boolean => {
  const bytes = (text: string) => text.split('.').map((part) => Buffer.from(part, 'base64url').toString('hex'));
  return bytes(one).join() === bytes(other).join();
};
