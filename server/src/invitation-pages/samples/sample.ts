import { pageWords } from '@latchkey/shared/words/page-words';
import type { CustomerLanguage } from '@latchkey/shared/words/customer-language';
import type { AssetAddresses, InvitationFacts, Page } from '../model.ts';
import type { PageMaking } from '../views.ts';

/** One page of each kind and in each of its states: what the tests render, and what the gallery shows. */
export interface Sample {
  readonly name: string;
  readonly model: Page;
}

/** The moment at which the samples are looked at. */
export const sampleNow = '2026-11-23T14:34:00.000Z';

/** Addresses of no real file, for whoever only reads the markup. */
const sampleAssets: AssetAddresses = {
  styles: ['/i/assets/tokens.css', '/i/assets/pages.css'],
  script: '/i/assets/pages.js',
  icon: '/i/assets/latchkey.svg',
};

export const sampleContext = (
  language: CustomerLanguage,
  assets: AssetAddresses = sampleAssets,
  providerName = 'Northwind Voice',
): PageMaking => ({
  language,
  words: pageWords[language],
  providerName,
  assets,
  brand: { style: null, logo: null },
  now: sampleNow,
});

export const sampleInvitation: InvitationFacts = {
  id: 'inv_01kc7m3v9aq2x4t6w8y0b1d3f5',
  organization: 'Contoso Ltd',
  sender: 'Ada Berg',
  tenant: 'contoso.example',
  language: 'en',
  reference: 'LK-2041',
};

/** Application id of the consent app. */
export const sampleAppId = '7c1a2b3c-0000-4000-8000-00000000b003';

export const sampleTenantId = 'c0ffee00-0000-4000-8000-000000000001';
