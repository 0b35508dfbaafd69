import { en } from '@latchkey/shared/words/en';
import { ConsolePages } from '../../../../e2e/pages/console-pages.ts';
import { OptionsPage } from '../../../../e2e/pages/options-page.ts';
import { extensionPage } from '../../../stage/browser.ts';
import { roleOf } from '../../../stage/situation.ts';
import type { WalkedMethod } from '../../../options.ts';
import { NotProved } from '../../proof.ts';
import type { Scene } from '../../scene.ts';
import { signInAt } from '../1-add-new-customer.ts';

/** Before the first step: a method that keeps passwords is off until an Admin turns it on, in a browser of their own. */
export async function turnOn(scene: Scene, method: WalkedMethod): Promise<void> {
  const browser = await scene.stage.open('admin', { headless: true });
  const page = browser.pages()[0] ?? (await browser.newPage());
  await OptionsPage.tellAddress(page, scene.stage.api.origin);
  await page.goto(extensionPage('console.html'));
  const before = scene.audit.newest();
  const console = new ConsolePages(page);
  await signInAt(browser, page, console, roleOf(scene.situation, 'Admin'));
  await console.turnOn(en.methods[method].title);
  await scene.photograph('step-0-methods-and-policies', page);
  const row = await scene.audit.wait('policy.method_changed', before);
  if (row === undefined) throw new NotProved(1, 'the method was not turned on');
  await browser.close();
}
