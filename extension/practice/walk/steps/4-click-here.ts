import { InvitationPages } from '../../../e2e/pages/invitation-pages.ts';
import { requestIdOf, windowOpenedBy } from '../../../e2e/pages/microsoft-pages.ts';
import { NotProved, type Proof } from '../proof.ts';
import type { Scene } from '../scene.ts';

/** Click here to start the authentication process: the Start page in a normal tab, and from there Microsoft's page of the right tenant. */
export async function clickHere(scene: Scene): Promise<Proof> {
  const before = scene.audit.newest();
  const page = await windowOpenedBy(scene.browser, () => scene.console.here().click());
  scene.administratorPage = page;
  const pages = new InvitationPages(page);
  await pages.startButton().waitFor();
  await scene.photograph('step-4-start-page', page);
  const answer = await pages.start();
  const row = await scene.audit.wait('consent.started', before);
  const upstream = requestIdOf(answer);
  const { tenantId } = scene.situation.customer;
  if (row === undefined) throw new NotProved(4, 'no start was recorded');
  if (upstream === undefined) throw new NotProved(4, 'Microsoft’s page came without a request id');
  if (!new URL(answer.url()).pathname.startsWith(`/${tenantId}/`))
    throw new NotProved(4, 'Microsoft’s page is that of another tenant');
  return {
    step: 4,
    what: 'Click here to start the authentication process',
    proved: `Microsoft’s page of tenant ${tenantId} opened in this browser`,
    audit: row.seq,
    action: row.action,
    upstream,
    tenantId,
  };
}
