import { FakeApi } from '../fake-api/fake-api.ts';
import { busyState } from '../fake-api/state.ts';
import { ExtensionBrowser } from '../pages/extension-browser.ts';
import { shots, type Shot } from './extension-shots.ts';
import { fileOf, lookAt, takePicture, type Look } from './picture.ts';

/** Every page of the extension, over an API of samples. */
export async function takeExtension(wanted: (name: string) => boolean): Promise<void> {
  const api = await FakeApi.open();
  const browser = await ExtensionBrowser.open();
  await browser.context.route('https://portal.azure.com/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Portal</title>' }),
  );
  for (const shot of shots.filter(({ name }) => wanted(name)))
    for (const look of shot.looks) await take(browser, api, shot, look);
  await browser.close();
  await api.close();
}

async function take(browser: ExtensionBrowser, api: FakeApi, shot: Shot, look: Look): Promise<void> {
  api.state = (shot.state ?? busyState)();
  await browser.remember('local', { language: look === 'pseudo' ? 'pseudo' : 'en' });
  await browser.remember('session', { 'panel-invitation': shot.panelFor ?? null, pending: null });
  await browser.signIn(api);
  if (shot.signedOut === true) await browser.forgetSession();
  const beneath = shot.over === undefined ? undefined : await browser.context.newPage();
  await beneath?.goto(shot.over ?? '');
  const page = await browser.openPage(shot.place);
  const width = look === 'narrow' ? 390 : shot.width;
  // Height grows with the page; a popup is as high as its browser lets it be.
  await page.setViewportSize({ width, height: shot.place === 'popup.html' ? 560 : 720 });
  await lookAt(page, look);
  await page.locator(shot.sign).first().waitFor();
  // What the server tells of itself comes a moment after what the page is about.
  if (look !== 'pseudo')
    await page
      .getByText(/^(?:Connecting|Validating)/)
      .first()
      .waitFor({ state: 'detached' });
  if (shot.place.startsWith('console')) await page.getByText('Northwind Voice', { exact: true }).first().waitFor();
  await shot.act?.(page);
  await takePicture(page, fileOf(shot.name, look));
  await page.close();
  await beneath?.close();
}
