import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AuditReader } from '../../practice/walk/audit-reader.ts';
import { openSceneWithoutPictures, type Scene } from '../../practice/walk/scene.ts';
import { customerOf } from '../../practice/walk/steps/customer.ts';
import { stepsOf } from '../../practice/walk/steps/steps.ts';
import { handAt, keysOnly } from '../hands/keys-only.ts';
import { OverlayCard } from '../pages/overlay-card.ts';
import { PopupPage } from '../pages/popup-page.ts';
import { PortalPermissionsPage } from '../pages/portal-permissions-page.ts';
import { JourneyStage } from '../stage/journey-stage.ts';
import { allOr } from '../stage/thorough.ts';

/*
 * The walk's own nine steps, by somebody who has a keyboard and nothing else; and, on the way, the card and the popup. In short, the
 * operator's steps up to the start.
 */

let stage: JourneyStage;
let audit: AuditReader;

beforeAll(async () => {
  stage = await JourneyStage.open();
  audit = new AuditReader(stage.stage.api.database);
});
afterAll(async () => {
  audit?.close();
  await stage?.close();
});

/** The page that was opened last. */
const newest = ({ browser }: Scene): Page => {
  const page = browser.pages().at(-1);
  if (page === undefined) throw new Error('no page is open');
  return page;
};

/** The card: asked, made small and large again; and from it back to what it rings, in another frame. */
async function cardAndRing(portal: Page): Promise<void> {
  const overlay = new OverlayCard(portal);
  await overlay.button('Check again').click();
  await overlay.button('Make small').click();
  await overlay.pill().click();
  await overlay.tenantIsRight().waitFor();
  const blade = new PortalPermissionsPage(portal);
  expect((await overlay.ringed()) === (await blade.bladeDocument())).toBe(true);
  await blade.tab('User consent').click();
  await handAt(portal).keepsFocus();
}

/** The popup over the portal's tab: Validate, whose place the wait takes and gives back. */
async function popupOver(scene: Scene): Promise<Page> {
  const popup = await PopupPage.open(scene.browser);
  await popup.thisTab().getByText(customerOf(scene.situation).fullName, { exact: true }).waitFor();
  const before = audit.newest();
  await popup.validateButton().click();
  expect(await audit.wait('connection.validated', before)).toBeDefined();
  await popup.validateButton().waitFor();
  await handAt(popup.page).keepsFocus();
  return popup.page;
}

/** Looks at every stop several times: on a small machine that takes its time. */
const patience = 420_000;

test(
  'the line is walked with keys alone; every stop is seen, named and marked, and the focus is never lost',
  async () => {
    const scene: Scene = await openSceneWithoutPictures(stage.stage, audit, keysOnly);
    const hands = new Set([handAt(scene.page)]);
    const steps = stepsOf('invitation-link');
    for (const step of allOr(steps, steps.slice(0, 4))) {
      const { step: number } = await step(scene);
      hands.add(handAt(newest(scene)));
      if (number !== 8) continue;
      await cardAndRing(newest(scene));
      hands.add(handAt(await popupOver(scene)));
    }
    for (const hand of hands) await hand.keepsFocus();
    const stops = [...hands].flatMap((hand) => hand.stops);
    for (const name of allOr(
      ['“Add New Customer”', '“here”', '“Start”', '“Accept”', '“Check again”', '“Validate Authentication”'],
      ['“Add New Customer”', '“here”'],
    ))
      expect(
        stops.some((stop) => stop.includes(name)),
        `${name} among ${stops.join(', ')}`,
      ).toBe(true);
  },
  patience,
);
