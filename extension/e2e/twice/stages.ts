import type { Page } from 'playwright-core';
import type { Route } from '../../src/console/route.ts';
import { guideOf, guideWithGaps } from '../fake-api/guide-samples.ts';
import { idOf, tenantOf } from '../fake-api/ids.ts';
import { mailOf } from '../fake-api/mail-answers.ts';
import { onPassword, passwordState } from '../fake-api/password-state.ts';
import { pendingIn } from '../fake-api/pending-state.ts';
import { profileState } from '../fake-api/profile-state.ts';
import { runOf } from '../fake-api/standing-answers.ts';
import { ago } from '../fake-api/samples.ts';
import { busyState, emptyState, type FakeState } from '../fake-api/state.ts';
import type { Place } from '../pages/every-page.ts';
import { chooseList } from './choose-list.ts';

/** A page in a state (after the comma), with the part of it whose buttons are its own, and what is done there before one is pressed. */
export interface Stage {
  readonly called: string;
  readonly place: Place | `https://${string}`;
  readonly part: string;
  readonly state: () => FakeState;
  readonly signedOut?: true;
  /** What the extension remembers besides, on disk. */
  readonly remembered?: (state: FakeState) => Readonly<Record<string, unknown>>;
  /** What is asked for there is lost in the network. */
  readonly lost?: string;
  /** Where it stands on the page, if it can be moved. */
  readonly where?: (page: Page) => Promise<string>;
  readonly prepare?: (page: Page) => Promise<void>;
  /** What is typed before the button of that name is pressed. */
  readonly ready?: Readonly<Record<string, (page: Page) => Promise<void>>>;
}

const inConsole = (called: string, hash: string, state = passwordState, prepare?: Stage['prepare']): Stage => ({
  called,
  place: `console.html${hash}`,
  part: 'main',
  state,
  ...(prepare === undefined ? {} : { prepare }),
  ready: { 'Seal it': typePassword },
});

const settings = (service: number) => `#/services/${idOf('svc', service)}/m365-settings`;
export const newCustomer = '#/onboarding/direct-routing/new';
const method = `#/invitations/${idOf('inv', 13)}/method`;

export async function typeCustomer(page: Page): Promise<void> {
  await page.getByLabel('Full name').fill('Trey Research');
  await page.getByLabel('Short name').fill('trey');
  await page.getByLabel('Number of licensed users').fill('25');
  await page.getByLabel('Tenant domain or id').fill('treyresearch.net');
}

async function typePassword(page: Page): Promise<void> {
  await page.getByLabel('Account name').fill('m365admin@woodgrovebank.com');
  await page.getByLabel('Password', { exact: true }).fill('correct horse 9');
}

const typeAddress = (page: Page): Promise<void> =>
  page.getByLabel('Mail address of the administrator').fill('megan@wingtip.example');

async function chooseKnownPassword(page: Page): Promise<void> {
  await page.locator('#known-password').check();
  await typePassword(page);
  await page.getByLabel('Who agreed').fill('Megan Bowen');
  await page.getByLabel('When').fill('2026-11-02');
  await page.getByLabel('How it was given').fill('By signed mail');
}

async function typeTarget(page: Page): Promise<void> {
  await page.getByLabel('Name', { exact: true }).fill('night-desk');
  await page.getByLabel('Address', { exact: true }).fill('https://alerts.northwindvoice.example/in');
  await page.getByLabel('Secret', { exact: true }).fill('s'.repeat(32));
}

async function typeColours(page: Page): Promise<void> {
  await page.getByLabel('Colour on light pages').fill('#0b5c4a');
  await page.getByLabel('Colour on dark pages').fill('#8fe0c8');
}

async function typeTemplate(page: Page): Promise<void> {
  await page.getByLabel('Subject').fill('Please approve');
  await page.getByText('Please approve', { exact: true }).waitFor();
}

const withTemplate = (): FakeState => {
  const state = withTarget();
  return { ...state, templates: state.templates.map((one) => ({ ...one, isOwn: true, version: 1 })) };
};

const withTarget = (): FakeState => ({
  ...passwordState(),
  branding: {
    accent: null,
    logo: { type: 'image/png', data: 'iVBORw0KGgo=' },
    version: 1,
    changedAt: ago(0),
    changedBy: 'Ada Berg',
  },
  alertTargets: [
    {
      id: 'desk',
      url: 'https://alerts.northwindvoice.example/desk',
      on: true,
      quiet: null,
      changedAt: ago(0),
      changedBy: 'Ada Berg',
      version: 1,
      waiting: 0,
      failed: 2,
      deliveredAt: null,
      lastFailure: { fault: 'answered', code: 503, at: ago(4 * 60_000) },
    },
  ],
  lacking: [
    {
      customerId: idOf('cus', 1),
      fullName: 'Contoso Ltd',
      connectionId: idOf('con', 1),
      version: 1,
      lacks: ['Directory.Read.All'],
      pending: 'none',
      readAt: null,
    },
  ],
});

const mailed = (): FakeState => ({ ...passwordState(), mails: [mailOf(idOf('inv', 12))] });

async function chooseProfile(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: 'Permission profile' }).selectOption('northwind-voice');
}

const changeProfile = (page: Page): Promise<void> => page.getByRole('button', { name: /^Make version 2/ }).click();

const withRun = (state: 'running' | 'paused' | 'done') => (): FakeState => ({
  ...passwordState(),
  run: runOf({ state, finishedAt: state === 'done' ? ago(0) : null }),
});

/** Every place of the console: the list of routes is the compiler's, so that a new one cannot be left out. */
const console = {
  services: [
    inConsole('Services', '#/services'),
    inConsole('Services, none yet', '#/services', emptyState),
    { ...inConsole('Services, not read', '#/services'), lost: '/v1/services' },
  ],
  service: [
    inConsole('Service, overview', `#/services/${idOf('svc', 1)}`),
    inConsole('Service, M365 Settings', settings(4)),
    inConsole('Service, another profile', settings(4), profileState, chooseProfile),
    {
      ...inConsole('Other profile for one pending', settings(4), pendingIn(profileState), chooseProfile),
      part: 'section[aria-labelledby="profile"]',
    },
    inConsole('Service, blocked', settings(6)),
    inConsole('Service, on a password', settings(onPassword.service)),
    {
      ...inConsole('Link in place of one pending', settings(onPassword.service), pendingIn(passwordState)),
      part: 'section[aria-labelledby="password"]',
    },
    inConsole('Service, permissions', `#/services/${idOf('svc', 4)}/permissions`),
  ],
  onboarding: [inConsole('Direct Routing', '#/onboarding/direct-routing')],
  'new-customer': [inConsole('Add New Customer', newCustomer, passwordState, typeCustomer)],
  method: [
    inConsole('Method by link', method),
    inConsole('Method with a password', method, passwordState, chooseKnownPassword),
  ],
  start: [
    inConsole('Start by link', `#/invitations/${idOf('inv', 12)}/start`, passwordState, typeAddress),
    inConsole('Start by link, mailed', `#/invitations/${idOf('inv', 12)}/start`, mailed),
    inConsole('Start with a password', `#/invitations/${idOf('inv', onPassword.invitation)}/start`),
  ],
  invitations: [
    inConsole('Pending Invitations', '#/invitations'),
    inConsole('Pending Invitations, mailed', '#/invitations', mailed),
  ],
  import: [inConsole('Add many', '#/invitations/import', passwordState, chooseList)],
  adopt: [inConsole('Adopt existing consents', '#/customers/adopt', passwordState, chooseList)],
  customers: [
    inConsole('Customers', '#/customers'),
    inConsole('Customers, validating', '#/customers', withRun('running')),
    inConsole('Customers, paused', '#/customers', withRun('paused')),
    inConsole('Customers, validated', '#/customers', withRun('done')),
  ],
  doctor: [
    inConsole('Error doctor', '#/doctor', passwordState, (page) =>
      page.getByLabel('Text with the error').fill('AADSTS50020: User account from identity provider does not exist.'),
    ),
  ],
  settings: [inConsole('All settings', '#/settings')],
  methods: [
    inConsole('Methods', '#/methods', withTarget),
    {
      ...inConsole('Invited in place of one pending', '#/methods', pendingIn(withTarget)),
      part: 'section[aria-labelledby="approve-again"]',
    },
  ],
  branding: [inConsole('Branding', '#/settings/branding', withTarget, typeColours)],
  operators: [inConsole('Operators', '#/settings/operators')],
  audit: [
    inConsole('Audit log', '#/settings/audit?action=policy.method_changed'),
    inConsole('Audit log, all', '#/settings/audit'),
  ],
  mail: [inConsole('Mail and templates', '#/settings/mail', withTemplate, typeTemplate)],
  alerts: [inConsole('Alert targets', '#/settings/alerts', withTarget, typeTarget)],
  registrations: [inConsole('Registration and clouds', '#/settings/registrations')],
  profiles: [
    inConsole('Permission profiles, a new version', '#/profiles', profileState, changeProfile),
    inConsole('Permission profiles', '#/profiles', profileState),
  ],
  nowhere: [inConsole('Nowhere', '#/nowhere')],
} satisfies Record<Route['at'], readonly Stage[]>;

const withGuide = (): FakeState => ({ ...busyState(), guides: [guideOf(11)] });

/** The other pages, by the folders of the build's entrypoints. */
const others = {
  console: [
    { called: 'Around every page', place: 'console.html#/nowhere', part: 'header', state: busyState },
    { called: 'Console signed out', place: 'console.html', part: 'main', state: busyState, signedOut: true },
  ],
  popup: [
    { called: 'Popup', place: 'popup.html', part: 'body', state: busyState },
    { called: 'Popup signed out', place: 'popup.html', part: 'body', state: busyState, signedOut: true },
  ],
  sidepanel: [
    { called: 'Side panel', place: 'sidepanel.html', part: 'body', state: withGuide },
    { called: 'Side panel signed out', place: 'sidepanel.html', part: 'body', state: busyState, signedOut: true },
  ],
  options: [{ called: 'Settings', place: 'options.html', part: 'body', state: busyState }],
  'sign-in': [{ called: 'Sign-in', place: 'sign-in.html', part: 'body', state: busyState, signedOut: true }],
} satisfies Readonly<Record<string, readonly Stage[]>>;

const blade = guideWithGaps(1).permissionsBlade?.entra ?? '';
const overlay = 'latchkey-overlay .lko-place';

/** The corner in which a card stands. */
const cornerOf = async (page: Page): Promise<string> =>
  /is-(?<corner>\w+-\w+)/.exec((await page.locator(overlay).getAttribute('class')) ?? '')?.groups?.['corner'] ?? '';

/** The card of a guide, in the tenant of that guide or in another one. */
const onPortal = (called: string, place: string): Stage => ({
  called,
  place: place as `https://${string}`,
  part: overlay,
  state: () => ({ ...busyState(), guides: [guideWithGaps(1)] }),
  remembered: ({ guides: [guide] }) => {
    const startedAt = Date.now();
    return {
      'active-guide': { guide: 'check-permissions', invitationId: guide?.invitationId, startedAt },
      // It was checked before: the card would check by itself when the browser finds the time, beside what is pressed here.
      'guide-check': { startedAt, checkedAt: guide?.checkedAt },
      // At the top, the pill stands where the buttons of the card were.
      'overlay-place': { corner: 'end-top', small: false },
    };
  },
  where: cornerOf,
  prepare: (page) =>
    page
      .locator('latchkey-overlay')
      .getByText(called.endsWith('elsewhere') ? 'Not the tenant' : '3 of 5')
      .first()
      .waitFor(),
});

export const consoleOrigin = 'https://console.northwindvoice.example';

const theirConsole = { name: 'Console', origin: consoleOrigin, patterns: ['/services/{shortName}'] };

/** The card on the provider’s console, on the page of a service that is so. */
const onConsole = (called: string, shortName: string, more: Partial<Stage> = {}): Stage => ({
  called,
  place: `${consoleOrigin}/services/${shortName}`,
  part: overlay,
  state: () => ({ ...busyState(), console: theirConsole }),
  remembered: () => ({
    'provider-console': theirConsole,
    'overlay-place': { corner: 'end-bottom', small: false },
  }),
  where: cornerOf,
  prepare: (page) => page.locator(overlay).getByRole('button', { name: 'Close' }).waitFor(),
  ...more,
});

/** The cards in somebody else's page. */
const cards: readonly Stage[] = [
  onPortal('Guide card', blade),
  onPortal('Guide card, elsewhere', `https://entra.microsoft.com/${tenantOf(2)}/#home`),
  onConsole('Console card', 'contosoltd'),
  onConsole('Console card, nobody’s', 'nobody-here'),
  onConsole('Console card, signed out', 'contosoltd', { signedOut: true }),
];

export const stages: readonly Stage[] = [...Object.values(console), ...Object.values(others), cards].flat();
export const entrypoints: readonly string[] = Object.keys(others).toSorted();
