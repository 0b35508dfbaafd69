import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { bladeModes, visitPortal, type PortalVisit } from '../stage/portal-visit.ts';
import { JourneyStage } from '../stage/journey-stage.ts';
import type { PortalDocument } from '../stage/oracle.ts';
import { allOr } from '../stage/thorough.ts';

/* What a test can make the practice tenant's portal do, and what the oracle tells of it. */

let stage: JourneyStage;
let browser: BrowserContext;
let permissions: string;

beforeAll(async () => {
  stage = await JourneyStage.open();
  browser = await stage.openStranger('administrator');
  const { servicePrincipals } = await stage.oracle.state();
  const { tenantId, name } = stage.situation.customer;
  const found = servicePrincipals.find((one) => one.tenantId === tenantId && one.displayName === 'Tailspin Travel');
  if (found === undefined) throw new Error(`${name} has no such application.`);
  permissions = `https://portal.azure.com/${tenantId}/#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Permissions/objectId/${found.id}/appId/${found.appId}`;
});
afterAll(() => stage?.close());
afterEach(async () => {
  for (const page of browser.pages().slice(1)) await page.close();
});

const visit = (mode: (typeof bladeModes)[number], behaviour?: object) =>
  visitPortal(stage, browser, permissions, { mode, ...(behaviour && { behaviour }) });

/** The document with the blade's controls in it, once they are there. */
const withBlade = (documents: readonly PortalDocument[]): PortalDocument | undefined =>
  documents.find(({ complete, targets }) => complete && 'grant-admin-consent' in targets);

/** Where the middle of a target is in the window: its frame may begin further down. */
async function middleOf(page: Page, { frame, targets }: PortalDocument, name: string) {
  const { x, y, width, height } = targets[name]!.rectangle;
  const at = frame === 'blade' ? await page.locator('iframe').boundingBox() : { x: 0, y: 0 };
  return { x: at!.x + x + width / 2, y: at!.y + y + height / 2 };
}

async function press({ page, until }: PortalVisit, name: string): Promise<void> {
  const { x, y } = await middleOf(page, await until(withBlade), name);
  await page.mouse.click(x, y);
}

describe.each(allOr(bladeModes, ['framed']))('%s', (mode) => {
  test('the oracle says where a target is, and who pressed it', async () => {
    const visited = await visit(mode);
    const { page, portal, until } = visited;
    const { targets, frame } = await until(withBlade);
    expect(targets['grant-admin-consent']).toMatchObject({
      role: 'button',
      label: `Grant admin consent for ${stage.situation.customer.name}`,
    });
    const box = (await portal.reviewButton().boundingBox())!;
    const { rectangle } = targets['review-permissions']!;
    const origin = frame === 'blade' ? (await page.locator('iframe').boundingBox())! : { x: 0, y: 0 };
    expect(Math.abs(box.x - origin.x - rectangle.x)).toBeLessThan(1);
    expect(Math.abs(box.y - origin.y - rectangle.y)).toBeLessThan(1);
    await press(visited, 'review-permissions');
    await portal.blade().getByRole('dialog', { name: 'Review permissions' }).waitFor();
    const events = await until((_, said) =>
      said.events.at(-1)?.target === 'review-permissions' ? said.events : undefined,
    );
    expect(events.at(-1)).toMatchObject({ type: 'click', trusted: true });
  });

  test('a click that no person made is counted, and does nothing', async () => {
    const { portal, until } = await visit(mode);
    const before = (await stage.oracle.portal()).untrusted;
    for (const control of [portal.menuItem('Overview'), portal.reviewButton()])
      await control.evaluate((element: HTMLElement) => element.click());
    await until((_, { untrusted }) => (untrusted === before + 2 ? true : undefined));
    const { events } = await stage.oracle.portal();
    expect(events.filter(({ trusted }) => !trusted).slice(-2)).toMatchObject([
      { type: 'click', target: 'menu-overview' },
      { type: 'click', target: 'review-permissions' },
    ]);
    expect(await portal.heading(/Permissions$/).count(), 'the blade is the same').toBe(1);
    expect(await portal.blade().getByRole('dialog').count()).toBe(0);
  });

  test('a re-rendered blade has other elements and other class names, and shows the same', async () => {
    const { portal, until } = await visit(mode);
    await portal.tab('User consent').click();
    const classes = async () => (await portal.reviewButton().getAttribute('class'))!;
    const [old, named] = [(await portal.reviewButton().elementHandle())!, await classes()];
    const { draws } = await until(withBlade);
    await stage.oracle.act('rerender');
    await until((documents) => ((withBlade(documents)?.draws ?? 0) > draws ? true : undefined));
    expect(await old.evaluate((element) => element.isConnected)).toBe(false);
    expect(await classes()).not.toBe(named);
    expect(await portal.tab('User consent').getAttribute('aria-selected')).toBe('true');
  });

  test('late controls come after the blade', async () => {
    const { portal, until } = await visit(mode, { lateMs: 600_000 });
    await portal.blade().getByText('Loading…').waitFor();
    expect(await portal.reviewButton().count()).toBe(0);
    const waiting = await until((documents) => documents.find(({ complete }) => !complete));
    expect(Object.keys(waiting.targets)).not.toContain('grant-admin-consent');
    await stage.oracle.behave({ lateMs: 300 });
    await portal.reviewButton().waitFor();
    expect(await portal.blade().getByText('Loading…').count()).toBe(0);
  });

  test('in German every label is another, and no claim value', async () => {
    const { portal, until } = await visit(mode, { language: 'de', slowMs: 50 });
    const { targets } = await until(withBlade);
    expect(targets['grant-admin-consent']!.label).toBe('Administratoreinwilligung für Contoso Ltd erteilen');
    expect(targets['tab-adminConsent']!.label).toBe('Administratoreinwilligung');
    const heads = await portal.blade().getByRole('columnheader').allInnerTexts();
    expect(heads).toEqual(['API-Name', 'Anspruchswert', 'Berechtigung', 'Typ', 'Gewährt über', 'Gewährt von']);
    const claims = Object.keys(targets).filter((name) => name.startsWith('adminConsent:'));
    expect(claims).toEqual(['adminConsent:openid', 'adminConsent:profile', 'adminConsent:User.Read']);
  });

  test('in a storm 10,000 elements stand beside the blade, and go on changing', async () => {
    const { portal, until } = await visit(mode, { storm: true });
    await until(withBlade);
    const inBlade = await portal.bladeDocument();
    expect(await inBlade.evaluate(() => document.querySelectorAll('*').length)).toBeGreaterThan(10_000);
    const kinds = await inBlade.evaluate(
      () =>
        new Promise<readonly string[]>((resolve) => {
          const seen: string[] = [];
          new MutationObserver((records) => {
            seen.push(...records.map(({ type, attributeName }) => attributeName ?? type));
            if (seen.length >= 400) resolve([...new Set(seen)]);
          }).observe(document.body, { subtree: true, childList: true, attributes: true });
        }),
    );
    expect(kinds.toSorted()).toEqual(['aria-label', 'childList', 'class']);
    await portal.reviewButton().waitFor();
  });

  test('hostile: members are hidden, look-alikes stand about, and a person gets on all the same', async () => {
    const visited = await visit(mode, { hostile: true });
    const { page, portal, until } = visited;
    const shown = await until(withBlade);
    const inBlade = await portal.bladeDocument();
    const found = await inBlade.evaluate((label) => {
      const all = [...Document.prototype.querySelectorAll.call(document, 'button')];
      const alike = all.filter((button) => button.textContent === label);
      const form = Document.prototype.querySelector.call(document, 'form:has([role=tab])') as HTMLFormElement;
      return {
        hidden: [typeof document.querySelector, typeof document.createElement, typeof form.getAttribute],
        alike: alike.length,
        visible: alike.filter(
          (button) =>
            button.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
            button.getBoundingClientRect().width > 0,
        ).length,
        many: Document.prototype.getElementsByTagName.call(document, '*').length > 20_000,
      };
    }, shown.targets['grant-admin-consent']!.label);
    expect(found).toEqual({ hidden: ['object', 'object', 'object'], alike: 5, visible: 1, many: true });
    expect(await page.evaluate(() => typeof document.querySelector), 'in the shell, too').toBe('object');
    const at = await (mode === 'framed'
      ? middleOf(page, shown, 'menu-overview')
      : Promise.resolve(shown.targets['menu-overview']!.rectangle));
    await page.mouse.click(at.x + 4, at.y + 4);
    await until((documents) => documents.find((one) => one.page === 'overview' && one.complete));
  });

  test('of many permissions about thirty rows stand in the document', async () => {
    const { tenantId } = stage.situation.customer;
    await stage.oracle.fault({ surplus: 500 });
    const { page, portal } = await visitPortal(stage, browser, `https://portal.azure.com/${tenantId}`, { mode });
    await portal.walkTo(stage.situation.registrations.consent.displayName);
    const grid = portal.blade().getByRole('grid', { name: 'Admin consent' });
    const total = Number(await grid.getAttribute('aria-rowcount'));
    expect(total).toBeGreaterThan(500);
    expect(await grid.getByRole('row').count()).toBe(31);
    const last = grid.locator(`[aria-rowindex="${total}"]`);
    expect(await last.count()).toBe(0);
    await grid.getByRole('gridcell').nth(20).hover();
    await expect
      .poll(
        async () => {
          await page.mouse.wheel(0, 4000);
          return last.count();
        },
        { timeout: 15_000 },
      )
      .toBe(1);
    expect(await grid.getByRole('row').count()).toBe(31);
  });
});

test('a replaced frame is another document from another host, and works', async () => {
  const { portal, until } = await visit('framed');
  const before = await until(withBlade);
  const old = await portal.bladeDocument();
  await stage.oracle.act('replace-frame');
  const after = await until((documents) =>
    documents.find((one) => withBlade([one]) && one.document !== before.document),
  );
  expect([before.host, after.host]).toEqual([
    'sandbox-1.reactblade.portal.azure.net',
    'sandbox-2.reactblade.portal.azure.net',
  ]);
  expect(after.tab).toBe(before.tab);
  expect(old.isDetached()).toBe(true);
  await portal.menuItem('Overview').click();
  await portal.heading(/Overview$/).waitFor();
});

test('a tab that was closed is not told of any more', async () => {
  const { until, close } = await visit('framed');
  const { tab } = await until(withBlade);
  await close();
  const other = await visit('framed');
  await other.until((documents) => (documents.every((one) => one.tab !== tab) ? true : undefined));
});

test('a permission can be revoked by its row', async () => {
  const { tenantId } = stage.situation.customer;
  await stage.oracle.fault({ revokeGrants: true });
  await stage.oracle.fault({ surplus: 3 });
  const { portal } = await visitPortal(stage, browser, `https://portal.azure.com/${tenantId}`);
  await portal.walkTo(stage.situation.registrations.consent.displayName);
  await portal.blade().getByRole('button', { name: 'More actions: Surplus.B.Read' }).click();
  await portal.blade().getByRole('menuitem', { name: 'Revoke permission' }).click();
  await portal.blade().getByRole('button', { name: 'Surplus.B.Read', exact: true }).waitFor({ state: 'detached' });
  expect((await portal.rows('Admin consent')).map(({ claimValue }) => claimValue)).toEqual([
    'Surplus.A.Read',
    'Surplus.C.Read',
  ]);
});
