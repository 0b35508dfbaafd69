import { MicrosoftPages } from '../../../e2e/pages/microsoft-pages.ts';
import { reviewerOf } from '../../stage/situation.ts';
import type { Scene } from '../scene.ts';

/** The reviewer opens the queue in the portal, in a browser of their own, and denies. */
export async function review(scene: Scene): Promise<void> {
  const browser = await scene.stage.open('reviewer', { headless: true, withExtension: false });
  const page = browser.pages()[0] ?? (await browser.newPage());
  const queue = `https://entra.microsoft.com/admin-consent-requests?tenant=${scene.situation.customer.tenantId}`;
  const reviewer = reviewerOf(scene.situation);
  await page.goto(queue);
  await new MicrosoftPages(page).signIn(reviewer);
  await page.waitForURL(/entra\.microsoft\.com/);
  await page.goto(queue);
  await scene.photograph('step-5-reviewers-queue', page);
  await page.getByRole('button', { name: 'Deny' }).click();
  await page.getByText('No requests are pending.').waitFor();
  await browser.close();
}
