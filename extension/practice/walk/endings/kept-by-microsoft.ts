import { InvitationPages } from '../../../e2e/pages/invitation-pages.ts';
import { MicrosoftPages } from '../../../e2e/pages/microsoft-pages.ts';
import { administratorOf, reviewerOf, type ActingPerson } from '../../stage/situation.ts';
import { NotProved } from '../proof.ts';
import type { Scene } from '../scene.ts';
import { review } from './review.ts';

/** What a person does whom Microsoft keeps on its own page; true where the situation ends there, and nothing comes back. */
export async function isKept(scene: Scene, person: ActingPerson): Promise<boolean> {
  const { adminDoes } = person;
  if (adminDoes === 'is kept by Microsoft') await keptOnThePage(scene, person);
  else if (adminDoes === 'has no telephone') await withoutTelephone(scene, person);
  else if (adminDoes === 'requests approval') return requestApproval(scene, person);
  else return false;
  return true;
}

/** Reads Microsoft's page, and pastes it where our own page asks for it. */
async function keptOnThePage(scene: Scene, person: ActingPerson): Promise<void> {
  const page = pageOf(scene);
  await new MicrosoftPages(page).signIn(person);
  await pasteThePage(scene, 'step-5-kept-by-microsoft');
}

async function withoutTelephone(scene: Scene, { username, password }: ActingPerson): Promise<void> {
  const microsoft = new MicrosoftPages(pageOf(scene));
  await microsoft.signIn({ username, password, mfa: false });
  await microsoft.noTelephone().click();
  await pasteThePage(scene, 'step-5-no-telephone');
}

/** The service account asks, and says so on our page; the reviewer decides in the portal. After a denial it gives up. */
async function requestApproval(scene: Scene, person: ActingPerson): Promise<boolean> {
  const page = pageOf(scene);
  const microsoft = new MicrosoftPages(page);
  await microsoft.signIn(person);
  await microsoft.justify('Direct Routing for our telephones');
  const said = await page.locator('main').innerText();
  await microsoft.sendRequest();
  await scene.photograph('step-5-request-sent', page);
  await paste(scene, said);
  const { reviewerDoes } = reviewerOf(scene.situation);
  if (reviewerDoes !== 'denies') return true;
  await review(scene, 'denies');
  await new InvitationPages(page).startAgain();
  await microsoft.signInUnless(person, microsoft.leaveWithoutConsent());
  await microsoft.leaveWithoutConsent().click();
  await page.waitForURL(/\/i\/result/);
  return false;
}

async function pasteThePage(scene: Scene, name: string): Promise<void> {
  const page = pageOf(scene);
  const said = page.getByText(/AADSTS\d+/).first();
  await said.waitFor();
  await scene.photograph(name, page);
  await paste(scene, await page.locator('main').innerText());
}

async function paste(scene: Scene, text: string): Promise<void> {
  const page = pageOf(scene);
  const pages = new InvitationPages(page);
  await pages.openAgain(scene.stage.api.origin);
  await pages.pasteError(text);
  await scene.photograph('step-5-pasted', page);
}

function pageOf({ administratorPage }: Scene) {
  if (administratorPage === undefined) throw new NotProved(5, 'there is no page to sign in on');
  return administratorPage;
}

export const whyKept = ({ situation }: Scene): string =>
  `Microsoft kept ${administratorOf(situation).username} on its own page, and no answer came back`;
