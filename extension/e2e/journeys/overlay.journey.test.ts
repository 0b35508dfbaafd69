import type { Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { guideOf, guideWithGaps } from '../fake-api/guide-samples.ts';
import { tenantOf } from '../fake-api/ids.ts';
import { untrustedEvents } from '../pages/portal-stand-in.ts';
import { isOpenInLightAndDark, violations } from '../pages/every-page.ts';
import { OverlayStage } from '../stage/overlay-stage.ts';
import { allOr } from '../stage/thorough.ts';

/* The overlay on portals of a few lines, over an API of samples: what it shows, where, and what it never does. */

let stage: OverlayStage;
beforeAll(async () => {
  stage = await OverlayStage.open();
});
afterAll(() => stage?.close());
afterEach(async () => {
  for (const page of stage.browser.context.pages().slice(1)) await page.close();
  expect(stage.browser.complaints).toEqual([]);
});

const elsewhere = `https://portal.azure.com/${tenantOf(2)}/#home`;

type Blade = readonly [mode: 'top' | 'frame', portal: 'entra' | 'portal'];

test.each(
  allOr<Blade>(
    [
      ['top', 'entra'],
      ['top', 'portal'],
      ['frame', 'entra'],
      ['frame', 'portal'],
    ],
    [
      ['top', 'entra'],
      ['frame', 'portal'],
    ],
  ),
)('with blades in the %s of %s the ring stands in that frame, and nowhere else', async (mode, portal) => {
  await stage.set({ mode, guide: guideWithGaps(1) });
  const overlay = await stage.openPortal(stage.blade(portal));
  await overlay.heading('Permissions of Northwind Voice').waitFor();
  await overlay.tenantIsRight().waitFor();
  expect(await overlay.stepNow().textContent()).toBe('Grant admin consent');
  const frame = await overlay.ringed();
  expect(frame === overlay.page.mainFrame()).toBe(mode === 'top');
  expect(await overlay.ringedText()).toBe('Grant admin consent for Contoso Ltd');
  const rings = await Promise.all(overlay.page.frames().map((one) => one.locator('.lk-ring').count()));
  expect(rings.reduce((sum, count) => sum + count, 0)).toBe(1);
  expect(await overlay.proved().count(), 'nothing is ticked by the page').toBe(0);
  expect(await overlay.text('there is no arrow').count()).toBe(0);
  expect(await untrustedEvents(overlay.page)).toEqual([]);
});

test('what is required and what was granted come from the server, and it ticks the steps', async () => {
  await stage.set({ guide: guideWithGaps(1) });
  const overlay = await stage.openPortal();
  await overlay.text('3 of 5 required permissions granted, 1 surplus').waitFor();
  expect(await overlay.card().getByRole('list', { name: 'Required permissions' }).textContent()).toContain('Missing');
  stage.guide = guideOf(1);
  stage.api.tell({ invitationId: stage.guide.invitationId });
  await overlay.text('5 of 5 required permissions granted').waitFor();
  expect(await overlay.proved().allTextContents()).toContain('Grant admin consent');
});

test('on arrival the grants are read back by themselves, once, and then when somebody asks', async () => {
  await stage.set({ guide: guideWithGaps(1) });
  const overlay = await stage.openPortal();
  await expect.poll(() => stage.callsTo('/guide/check')).toBe(1);
  await overlay.text('3 of 5').waitFor();
  stage.guide = guideOf(1);
  await overlay.button('Check again').click();
  await overlay.text('All required permissions are granted').waitFor();
  expect(await overlay.proved().allTextContents()).toEqual(['Grant admin consent', 'Compare the permissions']);
});

test('in another tenant the guide stops, names nobody, and leads to the right one', async () => {
  await stage.set({ guide: guideWithGaps(1) });
  const overlay = await stage.openPortal(elsewhere);
  await overlay.text('Not the tenant of this invitation').waitFor();
  expect(await overlay.stepNow().count()).toBe(0);
  const readable = await overlay.readableByThePage();
  expect(readable).not.toContain('customer1.com');
  expect(readable).not.toContain('TeamsPolicyUserAssign');
  expect(stage.callsTo('/guide/check')).toBe(0);
  await overlay.button('Open this page in the right tenant').click();
  await overlay.page.waitForURL(stage.blade('portal'));
  await overlay.tenantIsRight().waitFor();
});

test('from anywhere on the portal it leads on, and follows where the person goes', async () => {
  await stage.set({ guide: guideWithGaps(1) });
  const at = (hash: string) => `https://entra.microsoft.com/${tenantOf(1)}/#${hash}`;
  const overlay = await stage.openPortal('https://entra.microsoft.com/#home');
  await overlay.text('The address does not say whose tenant this is').waitFor();
  await overlay.page.goto(at('home'));
  await expect.poll(() => overlay.stepNow().textContent()).toBe('Open the token registration');
  expect(await overlay.page.locator('.lk-ring').count(), 'nothing to point at here').toBe(0);
  const go = (hash: string) => overlay.page.evaluate((next) => void (location.hash = next), hash);
  await go('view/Microsoft_AAD_IAM/StartboardApplicationsMenuBlade/~/AppAppsPreview');
  await expect.poll(() => overlay.ringedText()).toBe('Northwind Voice Connector');
  await go(`view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Overview/objectId/${tenantOf(801)}`);
  await expect.poll(() => overlay.ringedText()).toBe('Permissions');
  await overlay.button('Take me there').click();
  await overlay.page.waitForURL(stage.blade());
  await expect.poll(() => overlay.stepNow().textContent()).toBe('Grant admin consent');
});

test('where the target is not to be found, the words remain', async () => {
  await stage.set({ guide: guideWithGaps(1), body: '<p>A portal that has changed</p>' });
  const overlay = await stage.openPortal();
  await overlay.text('We cannot find this on the page').waitFor();
  await overlay.text('Choose “Grant admin consent for …” above the list.').waitFor();
  expect(await overlay.page.locator('.lk-ring').count()).toBe(0);
});

test('late, redrawn and replaced: the ring follows its target', async () => {
  await stage.set({ guide: guideWithGaps(1), body: '<section></section>' });
  const overlay = await stage.openPortal();
  await overlay.text('We cannot find this on the page').waitFor();
  const draw = (margin: string) =>
    overlay.page.evaluate((top) => {
      const button = document.createElement('button');
      button.textContent = 'Grant admin consent for Contoso Ltd';
      button.style.marginTop = top;
      document.querySelector('section')?.replaceChildren(button);
    }, margin);
  await draw('10px');
  await expect.poll(() => overlay.ringedText()).toContain('Grant admin consent');
  expect(await overlay.text('We cannot find this on the page').count()).toBe(0);
  await draw('300px');
  await expect.poll(() => overlay.ringedText()).toContain('Grant admin consent');
  await overlay.page.evaluate(() => document.querySelector('section')?.replaceChildren());
  await overlay.text('We cannot find this on the page').waitFor();
});

test('a script of the page finds no customer, no id and no mail address in what we draw, and no place for a password', async () => {
  await stage.set({ mode: 'frame', guide: guideWithGaps(1) });
  const overlay = await stage.openPortal();
  await overlay.text('3 of 5').waitFor();
  await overlay.ringed();
  const readable = await overlay.readableByThePage();
  expect(readable, 'the dump reads our shadow root').toContain('3 of 5 required permissions granted');
  const { invitationId } = stage.guide;
  const canaries = [
    'Contoso Ltd,',
    'Fabrikam',
    'Ada Berg',
    'northwindvoice.onmicrosoft.com',
    'megan.bowen',
    invitationId,
  ];
  const secrets = [stage.api.session, stage.api.origin, tenantOf(1), tenantOf(801), tenantOf(999)];
  expect([...canaries, ...secrets].filter((canary) => readable.includes(canary))).toEqual([]);
  const fields = overlay.page.frames().map((frame) => frame.locator('latchkey-overlay input').count());
  expect(await Promise.all(fields)).toEqual(fields.map(() => 0));
});

test('a script of the page cannot press our buttons', async () => {
  await stage.set({ guide: guideWithGaps(1) });
  const overlay = await stage.openPortal(elsewhere);
  await overlay.button('Open this page in the right tenant').waitFor();
  await overlay.page.evaluate(() => {
    const root = document.querySelector('latchkey-overlay')?.shadowRoot;
    for (const button of root?.querySelectorAll('button') ?? []) {
      button.click();
      button.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    }
  });
  const reloaded = overlay.page.reload().then(
    () => true,
    () => false,
  );
  expect(await reloaded, 'a press would have the page on its way to somewhere else').toBe(true);
  const isLed = () => overlay.text('Not the tenant of this invitation').isVisible();
  await expect.poll(isLed, { timeout: 15_000 }).toBe(true);
  expect(overlay.page.url()).toBe(elsewhere);
});

test('it stands in a corner, remembers which, shrinks to a pill and is done with the keyboard alone', async () => {
  // Where there is nothing to point at, it is in nobody's way.
  await stage.set({ guide: guideWithGaps(1), body: '<p>Nothing to point at</p>' });
  const overlay = await stage.openPortal();
  await overlay.stepNow().waitFor();
  const box = async () => (await overlay.card().boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const before = await box();
  await overlay.heading('Permissions of Northwind Voice').hover();
  await overlay.page.mouse.down();
  await overlay.page.mouse.move(200, 120, { steps: 4 });
  await overlay.page.mouse.up();
  await expect.poll(async () => (await box()).x < before.x && (await box()).y < before.y).toBe(true);
  await overlay.page.reload();
  await overlay.stepNow().waitFor();
  expect((await box()).x).toBeLessThan(before.x);

  await overlay.button('Move to the next corner').focus();
  await overlay.page.keyboard.press('Enter');
  await expect.poll(async () => (await box()).x).toBeGreaterThan(600);
  await overlay.page.keyboard.press('Escape');
  await overlay.pill().waitFor();
  expect(await overlay.pill().textContent()).toContain('Step 4 of 5: Grant admin consent');
  expect(await overlay.pill().evaluate((pill) => pill.matches(':focus'))).toBe(true);
  await overlay.page.keyboard.press('Enter');
  await overlay.stepNow().waitFor();
  await overlay.button('Close the guide').focus();
  await overlay.page.keyboard.press('Enter');
  await overlay.host().waitFor({ state: 'detached' });
  await overlay.page.reload();
  expect(await overlay.host().count()).toBe(0);
});

test('in a narrow window the card leaves the ring free, and closed it gives the focus back', async () => {
  await stage.set({ guide: guideWithGaps(1) });
  const overlay = await stage.openPortal();
  await overlay.page.setViewportSize({ width: 390, height: 844 });
  await overlay.ringed();
  const covered = async () => {
    const [card, ring] = await Promise.all([
      overlay.card().boundingBox(),
      overlay.page.locator('latchkey-overlay .lk-ring').boundingBox(),
    ]);
    if (card === null || ring === null) return 'not there';
    return ring.y < card.y + card.height && ring.y + ring.height > card.y;
  };
  await expect.poll(covered).toBe(false);
  const link = overlay.page.getByRole('link', { name: 'Overview' });
  await link.focus();
  await overlay.button('Close the guide').click();
  await overlay.host().waitFor({ state: 'detached' });
  expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
});

test('keys that are pressed in the card are not heard by the page', async () => {
  await stage.set();
  const overlay = await stage.openPortal();
  await overlay.button('Make small').focus();
  await overlay.page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    addEventListener('keydown', ({ key }) => heard.push(key));
  });
  await overlay.page.keyboard.press('g');
  await overlay.page.keyboard.press('Escape');
  await overlay.pill().waitFor();
  expect(await overlay.page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)).toEqual([]);
});

test('the card is open to everybody, in light and dark, in both directions, and a planted violation is found', async () => {
  await stage.set({ guide: guideWithGaps(1) });
  const overlay = await stage.openPortal();
  await overlay.stepNow().waitFor();
  const look = (what: string) => isOpenInLightAndDark(overlay.page, what);
  await look('steps');
  expect(await overlay.announced().textContent()).toBe('Step 4 of 5: Grant admin consent');
  await overlay.page.goto(elsewhere);
  await overlay.text('Not the tenant of this invitation').waitFor();
  await look('another tenant');
  await stage.browser.remember('local', { language: 'pseudo' });
  await overlay.page.goto(stage.blade());
  await overlay.page.locator('latchkey-overlay [dir="rtl"]').waitFor();
  await look('right to left');
  await overlay.page.locator('latchkey-overlay aside header').evaluate((header) => {
    header.append(document.createElement('button'));
  });
  expect((await violations(overlay.page)).map((found) => found.split(':')[0])).toEqual(['button-name']);
});

const overlaps = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width &&
  one.x + one.width > other.x &&
  one.y < other.y + other.height &&
  one.y + one.height > other.y;
type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

test.each(allOr(['top', 'frame'] as const, ['frame']))(
  'with blades in the %s the card moves aside from what it points at, and back',
  async (mode) => {
    await stage.set({ mode, guide: guideWithGaps(1) });
    const overlay = await stage.openPortal();
    await overlay.page.evaluate(() => document.querySelector('iframe')?.setAttribute('width', String(innerWidth - 20)));
    const frame = await overlay.ringed();
    const target = frame.getByRole('button', { name: 'Grant admin consent for Contoso Ltd' });
    const box = async (what: Locator): Promise<Box> =>
      (await what.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    const before = await box(overlay.card());
    const put = (styles: Readonly<Record<string, string>>) =>
      target.evaluate((button: HTMLElement, next) => void Object.assign(button.style, next), styles);
    await put({ position: 'fixed', right: '80px', bottom: '80px' });
    expect(overlaps(await box(target), before), 'it lies where the card stands').toBe(true);
    await expect.poll(async () => overlaps(await box(target), await box(overlay.card()))).toBe(false);
    await expect.poll(() => overlay.ringedText()).toBe('Grant admin consent for Contoso Ltd');
    await put({ position: '', right: '', bottom: '' });
    await expect.poll(() => box(overlay.card())).toEqual(before);
  },
);
