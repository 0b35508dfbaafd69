import { expect, test } from 'vitest';
import { sampleAudit } from '../storage/store-samples.ts';
import type { Store } from '../storage/store.ts';
import type { Branding } from './branding-repository.ts';

const look: Omit<Branding, 'version'> = {
  accent: { light: '#0b5c4a', dark: '#8fe0c8' },
  logo: { type: 'image/webp', data: 'UklGRg==' },
  changedAt: '2026-11-20T10:00:00.000Z',
  changedBy: 'Ada Berg',
};

/** What every BrandingRepository must do. */
export function describeBrandingRepository(open: () => Promise<Store>): void {
  const put = (store: Store, next: Omit<Branding, 'version'>, follows: number) =>
    store.transact(async (tx) => {
      await tx.audit.append(sampleAudit());
      return tx.branding.put(next, follows);
    });

  test('nothing is there until somebody says something, and then each version follows the one before', async () => {
    const store = await open();
    expect(await store.read.branding.find()).toBeUndefined();
    expect(await put(store, look, 1), 'there is none to follow').toBe(false);
    expect(await put(store, look, 0)).toBe(true);
    expect(await put(store, { ...look, changedBy: 'Rolf Ek' }, 0), 'somebody was faster').toBe(false);
    expect(await store.read.branding.find()).toEqual({ ...look, version: 1 });
    const plain = { ...look, accent: null, logo: null };
    expect(await put(store, plain, 1)).toBe(true);
    expect(await put(store, look, 1), 'the version is gone').toBe(false);
    expect(await store.read.branding.find()).toEqual({ ...plain, version: 2 });
  });
}
