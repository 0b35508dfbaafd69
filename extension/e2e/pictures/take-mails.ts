import { chromium } from 'playwright-core';
import { browserPath } from '../../practice/stage/browser.ts';
import { Gallery } from '../pages/gallery.ts';
import { fileOf, lookAt, takePicture, type Look } from './picture.ts';

/** Mails by their names in the gallery, as a mail program shows them that knows the reader's colours. */
export const mailShots: readonly { readonly mail: string; readonly looks: readonly Look[] }[] = [
  { mail: 'action-needed', looks: ['light', 'dark', 'narrow', 'pseudo', 'forced'] },
  { mail: 'works-again', looks: ['light', 'dark'] },
  { mail: 'secret-ends', looks: ['light', 'dark', 'narrow'] },
];

export const mailNameOf = (mail: string): string => `alert-mail-${mail}`;

export async function takeMails(wanted: (name: string) => boolean): Promise<void> {
  const shots = mailShots.filter(({ mail }) => wanted(mailNameOf(mail)));
  if (shots.length === 0) return;
  const gallery = await Gallery.open();
  const browser = await chromium.launch({ executablePath: browserPath() });
  const page = await browser.newPage();
  for (const { mail, looks } of shots)
    for (const look of looks) {
      await page.setViewportSize({ width: look === 'narrow' ? 390 : 760, height: 500 });
      await lookAt(page, look);
      await page.goto(gallery.mail(mail, look === 'pseudo' ? 'pseudo' : 'en'));
      await takePicture(page, fileOf(mailNameOf(mail), look));
    }
  await browser.close();
  gallery.close();
}
