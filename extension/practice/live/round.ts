import type { BrowserContext, Page } from 'playwright-core';
import { InvitationPages } from '../../e2e/pages/invitation-pages.ts';
import { MicrosoftPages } from '../../e2e/pages/microsoft-pages.ts';
import { administratorOf } from '../stage/situation.ts';
import type { Stage } from '../stage/stage.ts';
import type { AuditReader } from '../walk/audit-reader.ts';
import { customerOf } from '../walk/steps/customer.ts';
import { isStream, mostStreamsAtOnce, operatorRequests } from './api-requests.ts';
import type { Audience } from './audience.ts';
import { OperatorCalls } from './operator-calls.ts';
import { shownAt, signs, watchFor } from './show-up.ts';
import { until } from './until.ts';

export interface Troupe {
  readonly stage: Stage;
  readonly audit: AuditReader;
  readonly audience: Audience;
  /** The customer's, who has never heard of us. */
  readonly administrator: BrowserContext;
}

export interface Round {
  /** From the audit row to what is shown, in milliseconds. */
  readonly card: number;
  readonly popup: number;
  /** Streams that were opened in the round's quiet time and since: by the worker that woke. */
  readonly streams: number;
  /** The most of the watching browser's that were open at one moment. */
  readonly atOnce: number;
  /** What was read since then, in both pages and by the worker. */
  readonly reads: number;
  /** What of it was read before anything had happened that a stream could have told of. */
  readonly polls: number;
}

/** For so long nothing happens before the worker is stopped: who polls is seen. */
const quietMs = 2_000;

/** A new invitation, consented to elsewhere right after the watching browser's worker was stopped. */
export async function playRound(troupe: Troupe, number: number): Promise<Round> {
  const { stage, audit, audience, administrator } = troupe;
  const { browser, card, popup } = audience;
  const calls = new OperatorCalls(stage.api.origin, audience.session);
  const customer = { ...customerOf(stage.tenant.situation), shortName: `contoso${number}` };
  const { invitationId, link } = await calls.invite(customer);
  await lead(troupe, invitationId);

  const page = await administrator.newPage();
  const microsoft = await standBeforeConsent(troupe, page, link);
  await watchFor(card, signs.card);
  await watchFor(popup, signs.popup);
  // The alarms would ask once a minute: what is shown now comes by the stream, or not at all.
  await popup.evaluate('chrome.alarms.clearAll()');
  const before = audit.newest();
  const quiet = Date.now();
  await new Promise((resolve) => setTimeout(resolve, quietMs));
  await browser.stopWorker();
  await microsoft.accept().click();

  const row = await audit.wait('invitation.authentication_complete', before);
  if (row === undefined || row.invitationId !== invitationId) throw new Error('The consent did not complete.');
  const [cardAt, popupAt] = await Promise.all([
    until('the card', () => shownAt(card)),
    until('the popup', () => shownAt(popup)),
  ]);
  const workers = await browser.workers();
  if (workers.length !== 1 || workers.some(({ attached }) => attached))
    throw new Error('It is not one worker, without a debugger.');
  const asked = operatorRequests(stage.api.logFile, quiet);
  const atOnce = mostStreamsAtOnce(stage.api.logFile, quiet);
  await page.close();
  // The next invitation finds the customer as this one did: without a connection, and nothing granted.
  await calls.cancel(invitationId);
  await revokeGrants(stage);
  const committed = Date.parse(row.at);
  const firstRow = Date.parse(audit.firstAfter(before)?.at ?? row.at);
  const early = asked.filter((request) => !isStream(request) && request.came < firstRow);
  return {
    card: cardAt - committed,
    popup: popupAt - committed,
    streams: asked.filter(isStream).length,
    atOnce,
    reads: asked.length - asked.filter(isStream).length,
    // A worker that wakes asks once how its guide stands.
    polls: early.length - Math.min(1, early.filter(({ route }) => route.endsWith('/guide')).length),
  };
}

/** Opens the guide, as the button in the popup does; waits until both pages speak of the invitation, and have nothing proved. */
async function lead({ audience: { card, popup }, stage }: Troupe, invitationId: string): Promise<void> {
  const guide = JSON.stringify({ guide: 'check-permissions', invitationId, startedAt: Date.now() });
  await popup.evaluate(`chrome.storage.local.set({ 'active-guide': ${guide} })`);
  const speaks = `(() => {
    const root = document.querySelector('latchkey-overlay')?.shadowRoot;
    const steps = root?.querySelectorAll('.lk-step') ?? [];
    const proved = root?.textContent.includes('Authentication Complete') || [...steps].some((step) => step.matches('.is-proved'));
    return steps.length > 0 && !proved ? true : undefined;
  })()`;
  await until('the card to lead', () => card.evaluate<true | undefined>(speaks));
  const name = JSON.stringify(stage.tenant.situation.customer.name);
  const lists = `[...document.querySelectorAll('li')].some((item) => item.textContent.includes(${name})) || undefined`;
  await until('the popup to list the invitation', () => popup.evaluate<true | undefined>(lists));
}

/** The customer's administrator, up to the page with Accept; the box is ticked. */
async function standBeforeConsent({ stage }: Troupe, page: Page, link: string): Promise<MicrosoftPages> {
  const invitation = new InvitationPages(page);
  await invitation.open(link);
  await invitation.start();
  const microsoft = new MicrosoftPages(page);
  await microsoft.signIn(administratorOf(stage.tenant.situation));
  await microsoft.box().check();
  return microsoft;
}

/** Microsoft's side forgets the consent, so that the next one is one. */
async function revokeGrants({ tenant }: Stage): Promise<void> {
  const answer = await fetch(`${tenant.oracle}/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ revokeGrants: true }),
  });
  if (!answer.ok) throw new Error(await answer.text());
}
