import { MicrosoftPages } from '../../../e2e/pages/microsoft-pages.ts';
import { isKept, whyKept } from '../endings/kept-by-microsoft.ts';
import { administratorOf } from '../../stage/situation.ts';
import { NotProved, upstreamOf, type Proof } from '../proof.ts';
import { readRequestLog } from '../request-log.ts';
import type { Scene } from '../scene.ts';

/**
 * Enter the credentials of the customer's Global Admin account. Sign-in and consent come back in one answer, so the
 * administrator answers the consent page too before there is a proof of either.
 */
export async function signInAsAdministrator(scene: Scene): Promise<Proof> {
  const page = scene.administratorPage;
  if (page === undefined) throw new NotProved(5, 'there is no page to sign in on');
  const before = scene.audit.newest();
  const administrator = administratorOf(scene.situation);
  const microsoft = new MicrosoftPages(page);
  scene.beforeConsent = before;
  if (await isKept(scene, administrator)) throw new NotProved(5, whyKept(scene));
  if (administrator.adminDoes === 'requests approval') return signedInWithoutAnswer(scene, before);
  await microsoft.signIn(administrator, (shown) => scene.photograph(`step-5-${shown}`, page));
  await microsoft.accept().waitFor();
  await scene.photograph('step-5-what-is-asked', page);
  await answer(microsoft, administrator.adminDoes ?? 'approves', () => scene.photograph('step-6-box-ticked', page));
  await page.waitForURL(/\/i\/result/);
  const row = await scene.audit.wait('consent.signed_in', before, 10_000);
  if (row === undefined) return signedInWithoutAnswer(scene, before);
  const { tenantId } = scene.situation.customer;
  if (row.details['tenantId'] !== tenantId)
    throw new NotProved(5, `the account belongs to tenant ${String(row.details['tenantId'])}`);
  return {
    step: 5,
    what: `Sign in as ${administrator.username}`,
    proved: `id token of tenant ${tenantId}, signature and nonce verified, for ${String(row.details['username'])}`,
    audit: row.seq,
    action: row.action,
    upstream: upstreamOf(5, row),
    tenantId,
    account: administrator.username,
  };
}

/**
 * Who declines has signed in as well. No token tells the server who it was; Microsoft's side knows whom it let in, and that
 * this is who its refusal was for.
 */
function signedInWithoutAnswer({ audit, situation, stage }: Scene, before: number): Proof {
  const row = audit.find('consent.declined', before);
  const { username } = administratorOf(situation);
  const { tenantId } = situation.customer;
  const signIn = readRequestLog(stage.tenant.requestLog).findLast(
    (request) =>
      /\/sign-in\/(?:password|approve)$/.test(request.path) &&
      request.account === username &&
      request.tenantId === tenantId,
  );
  if (row === undefined || signIn === undefined) throw new NotProved(5, 'no answer of Microsoft’s held');
  return {
    step: 5,
    what: `Sign in as ${username}`,
    proved: `Microsoft let ${username} in, and sent this start’s own answer back after it`,
    audit: row.seq,
    action: row.action,
    upstream: signIn.requestId,
    tenantId,
    account: username,
  };
}

async function answer(microsoft: MicrosoftPages, does: string, ticked: () => Promise<void>): Promise<void> {
  if (does === 'declines') return microsoft.decline();
  if (does === 'leaves the box') return microsoft.consentForOneself();
  await microsoft.box().check();
  await ticked();
  return microsoft.accept().click();
}
