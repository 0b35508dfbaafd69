import { chromium, type Page } from 'playwright-core';
import { browserPath } from '../../practice/stage/browser.ts';
import { Gallery } from '../pages/gallery.ts';
import { fileOf, lookAt, takePicture, type Look } from './picture.ts';

/** Mails by their names in the gallery, as a mail program shows them that knows the reader's colours. */
export const mailShots: readonly { readonly mail: string; readonly looks: readonly Look[] }[] = [
  { mail: 'action-needed', looks: ['light', 'dark', 'narrow', 'pseudo', 'forced'] },
  { mail: 'works-again', looks: ['light', 'dark'] },
  { mail: 'secret-ends', looks: ['light', 'dark', 'narrow'] },
];

/** The letters of one language beside one another, as a customer's administrator gets them: asked, reminded, proved. */
export const letterSheets = (['en', 'de'] as const).map((language) => ({
  name: `invitation-mails-${language}`,
  language,
  looks: ['light', 'dark', 'narrow'] as readonly Look[],
}));
const letters = ['invitation-direct-routing-delegated', 'reminder-direct-routing-delegated', 'result'];
/** Small, and still to be read. */
const sheetScale = 0.62;

async function takeSheet(page: Page, gallery: Gallery, { name, language }: (typeof letterSheets)[number], look: Look) {
  const width = look === 'narrow' ? 390 : 680;
  await page.setViewportSize({ width: width * letters.length, height: 500 });
  await lookAt(page, look);
  const frames = letters.map((letter) => `<iframe src="${gallery.mail(letter, language)}" width="${width}"></iframe>`);
  await page.setContent(`<style>body{margin:0;display:flex}iframe{border:0;flex:none}</style>${frames.join('')}`, {
    waitUntil: 'load',
  });
  const inner = page.frames().filter((frame) => frame !== page.mainFrame());
  const heights = await Promise.all(inner.map((frame) => frame.evaluate(() => document.documentElement.scrollHeight)));
  await page
    .locator('iframe')
    .evaluateAll(
      (all, height) => all.forEach((one) => one.setAttribute('height', height)),
      String(Math.max(...heights)),
    );
  await takePicture(page, fileOf(name, look), 'page', sheetScale);
}

export const mailNameOf = (mail: string): string => `alert-mail-${mail}`;

export async function takeMails(wanted: (name: string) => boolean): Promise<void> {
  const shots = mailShots.filter(({ mail }) => wanted(mailNameOf(mail)));
  const sheets = letterSheets.filter(({ name }) => wanted(name));
  if (shots.length + sheets.length === 0) return;
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
  for (const sheet of sheets) for (const look of sheet.looks) await takeSheet(page, gallery, sheet, look);
  await browser.close();
  gallery.close();
}
