import { chromium } from 'playwright-core';
import { browserPath } from '../../practice/stage/browser.ts';
import { Gallery } from '../pages/gallery.ts';
import { fileOf, lookAt, takePicture, type Look } from './picture.ts';

const every = ['light', 'dark', 'narrow', 'pseudo', 'forced'] as const;
const both = ['light', 'dark'] as const;

/** Pages that a customer's administrator meets, by their names in the gallery. */
export const invitationShots: readonly { readonly page: string; readonly looks: readonly Look[] }[] = [
  { page: 'invitation', looks: every },
  { page: 'proved', looks: every },
  { page: 'box-not-ticked', looks: ['light', 'dark', 'narrow'] },
  { page: 'wrong-tenant', looks: both },
  { page: 'not-allowed-53003', looks: both },
  { page: 'pasted-told', looks: both },
  { page: 'landing', looks: both },
];

export const nameOf = (page: string): string => `invitation-page-${page.replace('invitation', 'start')}`;

export async function takeInvitations(wanted: (name: string) => boolean): Promise<void> {
  const gallery = await Gallery.open();
  const browser = await chromium.launch({ executablePath: browserPath() });
  const page = await browser.newPage();
  for (const shot of invitationShots.filter(({ page: one }) => wanted(nameOf(one))))
    for (const look of shot.looks) {
      await page.setViewportSize({ width: look === 'narrow' ? 390 : 900, height: 700 });
      await lookAt(page, look);
      await page.goto(gallery.page(shot.page, look === 'pseudo' ? 'pseudo' : 'en'));
      await takePicture(page, fileOf(nameOf(shot.page), look));
    }
  await browser.close();
  gallery.close();
}
