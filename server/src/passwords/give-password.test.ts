import { afterEach, beforeEach, expect, test } from 'vitest';
import { SecretBytes } from '../sealing/secret-bytes.ts';
import { makeTemporaryKeys } from '../sealing/temporary-keys.ts';
import { addSample, sampleCustomer } from '../storage/store-samples.ts';
import { openTemporaryStore, type TemporaryStore } from '../storage/temporary-store.ts';
import { createPasswordTaker } from './give-password.ts';

let temporary: TemporaryStore;
beforeEach(async () => {
  temporary = await openTemporaryStore();
});
afterEach(() => temporary.close());

const { sealer } = makeTemporaryKeys();
const give = async (change: Partial<Parameters<typeof createPasswordTaker>[0]>, customerId: string) => {
  const password = SecretBytes.copy('typed by hand');
  const taker = createPasswordTaker({ store: temporary.store, sealer, now: () => new Date(), ...change });
  const outcome = await taker
    .give({
      customerId,
      username: 'admin@contoso.example',
      password,
      actor: { kind: 'operator', id: 'ada', name: 'Ada Berg' },
      role: 'Operator',
      requestId: 'r',
    })
    .then(
      (result) => (result.ok ? 'kept' : result.error.code),
      (error: unknown) => String(error),
    );
  return { outcome, isWiped: password.reveal().every((byte) => byte === 0) };
};

test('a password is wiped when it is refused', async () => {
  expect(await give({}, 'cus_nobody')).toEqual({ outcome: 'customer_not_found', isWiped: true });
  await temporary.store.transact((tx) => addSample(tx, 1));
  expect(await give({}, sampleCustomer(1).id)).toMatchObject({
    isWiped: true,
    outcome: expect.stringMatching(/_/) as unknown,
  });
});

test('a password is wiped when something breaks on the way', async () => {
  const read = {
    ...temporary.store.read,
    customers: { ...temporary.store.read.customers, find: () => Promise.reject(new Error('broken')) },
  };
  expect(await give({ store: { ...temporary.store, read } }, 'cus_1')).toEqual({
    outcome: 'Error: broken',
    isWiped: true,
  });
});
