import { MicrosoftPages } from '../../../e2e/pages/microsoft-pages.ts';
import { reviewerOf } from '../../stage/situation.ts';
import type { Scene } from '../scene.ts';

/** The reviewer opens the queue in the portal, in a browser of their own, and approves or denies. */
export async function review(scene: Scene, decision: 'approves' | 'denies'): Promise<void> {
  const browser = await scene.stage.open('reviewer', { headless: true, withExtension: false });
  const page = browser.pages()[0] ?? (await browser.newPage());
  const queue = `https://entra.microsoft.com/admin-consent-requests?tenant=${scene.situation.customer.tenantId}`;
  const reviewer = reviewerOf(scene.situation);
  await page.goto(queue);
  await new MicrosoftPages(page).signIn(reviewer);
  await page.waitForURL(/entra\.microsoft\.com/);
  await page.goto(queue);
  await scene.photograph('step-5-reviewers-queue', page);
  if (decision === 'denies') {
    await page.getByRole('button', { name: 'Deny' }).click();
    await page.getByText('No requests are pending.').waitFor();
  } else {
    await page.getByRole('link', { name: 'Review permissions and consent' }).click();
    const microsoft = new MicrosoftPages(page);
    await microsoft.signInUnless(reviewer, microsoft.accept());
    await microsoft.accept().click();
    await page.waitForURL(/entra\.microsoft\.com\/TokenAuthorize/);
  }
  await browser.close();
}
