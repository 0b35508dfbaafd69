import { pasteSamples } from '@latchkey/shared/errors/doctor/paste-samples';
import type { Page } from 'playwright-core';
import { importOf } from '../fake-api/import-answers.ts';
import { idOf, tenantOf } from '../fake-api/ids.ts';
import { onPassword, passwordState } from '../fake-api/password-state.ts';
import { profileState } from '../fake-api/profile-state.ts';
import { busyState, emptyState, type FakeState } from '../fake-api/state.ts';
import type { Place } from '../pages/every-page.ts';
import type { Look } from './picture.ts';
import { everyVerdict, fivePastes, manyCustomers, toldAndLacking, verdictCards } from './side-by-side.ts';

/** A page of the extension in one state, and how it is looked at. */
export interface Shot {
  readonly name: string;
  readonly place: Place;
  /** What must be on it before it is looked at. */
  readonly sign: string;
  readonly width: number;
  readonly looks: readonly Look[];
  readonly state?: () => FakeState;
  readonly signedOut?: true;
  /** What stands in the tab that the popup was opened over. */
  readonly over?: string;
  /** Whose sign-in the side panel stands beside. */
  readonly panelFor?: string;
  readonly act?: (page: Page) => Promise<void>;
}

const everyLook = ['light', 'dark', 'narrow', 'pseudo', 'forced'] as const;
const both = ['light', 'dark'] as const;

/** Reads an error that somebody pasted, in whatever language the page is. */
const paste = (name: string) => async (page: Page) => {
  const text = pasteSamples.find((sample) => sample.name === name)?.text ?? '';
  await page.locator('textarea').fill(text);
  await page.locator('form button[type="submit"], form .lk-btn').first().click();
  await page.locator('main .lk-copy, main .lk-owner').last().waitFor();
};

const changeProfile = async (page: Page) => {
  await page.locator('#northwind-voice').locator('xpath=ancestor::section').locator('.lk-btn').click();
  await page.locator('fieldset').first().waitFor();
};

const choose = (method: string) => async (page: Page) => {
  await page.locator(`input[type="radio"][value="${method}"]`).check();
  await page.locator('input[type="password"]').waitFor();
};

const admin = (): FakeState => ({ ...busyState(), role: 'Admin' });
const importDone = (): FakeState => ({
  ...busyState(),
  imports: [importOf({ state: 'done', total: 40, created: 39, refused: 1 })],
});
/** A file with two mistakes. */
const chooseWrong = async (page: Page) => {
  const file = { name: 'customers.csv', mimeType: 'text/csv', buffer: Buffer.from('audit') };
  await page.locator('input[type="file"]').setInputFiles(file);
  await page.locator('table').waitFor();
};

const popup = { place: 'popup.html', width: 380 } as const;
const wide = { width: 1280 } as const;
const settings = (count: number): Place => `console.html#/services/${idOf('svc', count)}/m365-settings`;

export const shots: readonly Shot[] = [
  { ...popup, name: 'popup', sign: 'main ul li', looks: ['light', 'dark', 'pseudo', 'forced'] },
  { ...popup, name: 'popup-on-tenant', sign: '.lkx-verdict-line', over: `https://portal.azure.com/${tenantOf(1)}/#home`, looks: both },
  { ...popup, name: 'popup-nobody-has-to-act', sign: '.lk-empty', state: emptyState, looks: both },
  { ...popup, name: 'popup-signed-out', sign: '.lk-empty', signedOut: true, looks: both },
  { ...wide, name: 'console-services', place: 'console.html#/services', sign: 'table', looks: ['light', 'dark', 'narrow'] },
  { ...wide, name: 'console-pending', place: 'console.html#/invitations', sign: 'table', looks: everyLook },
  { ...wide, name: 'console-customers', place: 'console.html#/customers', sign: 'table', looks: both },
  { ...wide, name: 'console-onboarding', place: 'console.html#/onboarding/direct-routing', sign: 'h2', looks: both },
  { ...wide, name: 'console-new-customer', place: 'console.html#/onboarding/direct-routing/new', sign: 'form', looks: ['light', 'dark', 'narrow'] },
  { ...wide, name: 'console-method', place: `console.html#/invitations/${idOf('inv', 13)}/method`, sign: 'fieldset', looks: everyLook },
  { ...wide, name: 'console-method-known-password', place: `console.html#/invitations/${idOf('inv', 13)}/method`, sign: 'fieldset', state: passwordState, act: choose('known-password'), looks: ['light', 'dark', 'narrow'] },
  { ...wide, name: 'console-start', place: `console.html#/invitations/${idOf('inv', 12)}/start`, sign: '#send-link', looks: both },
  { ...wide, name: 'console-start-known-password', place: `console.html#/invitations/${idOf('inv', onPassword.invitation)}/start`, sign: '.lkc-click', state: passwordState, looks: both },
  { ...wide, name: 'console-policies', place: 'console.html#/methods', sign: 'h2', state: passwordState, looks: both },
  { ...wide, name: 'console-profiles', place: 'console.html#/profiles', sign: 'h2', state: profileState, looks: both },
  { ...wide, name: 'console-profile-new', place: 'console.html#/profiles', sign: 'h2', state: profileState, act: changeProfile, looks: both },
  { ...wide, name: 'console-service', place: `console.html#/services/${idOf('svc', 1)}`, sign: 'dl', looks: both },
  { ...wide, name: 'console-settings', place: settings(4), sign: 'table', looks: everyLook },
  { ...wide, name: 'console-settings-known-password', place: settings(onPassword.service), sign: 'table', state: passwordState, looks: both },
  { ...wide, name: 'console-settings-working', place: settings(1), sign: 'table', looks: both },
  { ...wide, name: 'error-doctor', place: 'console.html#/doctor', sign: 'form', act: paste('a page in German'), looks: ['light', 'dark', 'narrow', 'forced'] },
  { ...wide, name: 'verdict-cards', place: settings(1), sign: '.lk-verdict', state: everyVerdict, act: verdictCards, looks: both },
  { ...wide, name: 'console-200-customers', place: 'console.html#/customers', sign: 'table', state: manyCustomers, looks: ['light', 'dark', 'narrow'] },
  { ...wide, name: 'console-alerts', place: 'console.html#/settings/alerts', sign: '.lkc-target', state: toldAndLacking, looks: both },
  { ...wide, name: 'error-doctor-five-pastes', place: 'console.html#/doctor', sign: 'form', act: fivePastes, looks: both },
  { ...wide, name: 'settings-list', place: 'console.html#/settings', sign: 'main h1', state: admin, looks: both },
  { ...wide, name: 'settings-mail', place: 'console.html#/settings/mail', sign: 'main textarea', state: admin, looks: both },
  { ...wide, name: 'settings-branding', place: 'console.html#/settings/branding', sign: 'main .lk-card', state: admin, looks: both },
  { ...wide, name: 'settings-operators', place: 'console.html#/settings/operators', sign: 'table', state: admin, looks: both },
  { ...wide, name: 'settings-audit', place: 'console.html#/settings/audit', sign: 'table', state: admin, looks: both },
  { ...wide, name: 'settings-registrations', place: 'console.html#/settings/registrations', sign: 'main .lk-card', state: admin, looks: both },
  { ...wide, name: 'list-of-new-customers', place: 'console.html#/invitations/import', sign: 'input[type="file"]', state: importDone, act: chooseWrong, looks: ['light', 'dark', 'narrow'] },
  { ...wide, name: 'list-to-adopt', place: 'console.html#/customers/adopt', sign: 'input[type="file"]', looks: both },
  { width: 360, name: 'side-panel', place: 'sidepanel.html', sign: 'main ol li', looks: ['light', 'dark', 'pseudo', 'forced'] },
  { width: 360, name: 'side-panel-proved', place: 'sidepanel.html', sign: 'main ol li', panelFor: idOf('inv', 11), looks: both },
  { width: 640, name: 'options', place: 'options.html', sign: 'form', looks: both },
  { width: 640, name: 'sign-in', place: 'sign-in.html', sign: 'h1', signedOut: true, looks: both },
]; // prettier-ignore
