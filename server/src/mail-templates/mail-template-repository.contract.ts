import { expect, test } from 'vitest';
import { sampleAudit } from '../storage/store-samples.ts';
import type { Store } from '../storage/store.ts';
import type { StoredTemplate } from './mail-template-repository.ts';

const own: StoredTemplate = {
  kind: 'invitation',
  language: 'en',
  version: 1,
  own: { subject: 'For {{CustomerName}}', body: 'Hello,\n\nopen it.' },
  changedAt: '2026-11-20T10:00:00.000Z',
  changedBy: 'Ada Berg',
};

/** What every MailTemplateRepository must do. */
export function describeMailTemplateRepository(open: () => Promise<Store>): void {
  const add = (store: Store, template: StoredTemplate) =>
    store.transact(async (tx) => {
      await tx.audit.append(sampleAudit());
      return tx.mailTemplates.add(template);
    });

  test('the newest version of each kind and language is found, and a version is there once', async () => {
    const store = await open();
    const newest = (kind: StoredTemplate['kind'], language: StoredTemplate['language'] = 'en') =>
      store.read.mailTemplates.findNewest(kind, language);
    expect(await newest('invitation')).toBeUndefined();
    expect(await add(store, own)).toBe(true);
    expect(await add(store, { ...own, changedBy: 'Rolf Ek' }), 'somebody was faster').toBe(false);
    expect(await newest('invitation')).toEqual(own);
    expect([await newest('reminder'), await newest('invitation', 'pseudo')]).toEqual([undefined, undefined]);
    expect(await add(store, { ...own, version: 2, own: null })).toBe(true);
    expect(await newest('invitation')).toEqual({ ...own, version: 2, own: null });
  });
}
