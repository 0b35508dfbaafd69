import type { GuideView } from '@latchkey/shared/api/guides';
import { shownName } from '@latchkey/shared/words/shown-name';
import type { Language } from '@latchkey/shared/words/words';
import { checkPermissionsGuide } from '../guides/guides.ts';
import { progressOf, provedByGrants, type Progress } from '../guides/progress.ts';
import type { Corner, PageGuide, Point } from '../messaging/page-guide.ts';
import { isOn } from '../pages/page.ts';
import type { OverlayPlace } from '../session/remembered.ts';
import type { Reading } from './guide-reader.ts';

/** What stands around a card, apart from what the server says. */
export interface Around {
  /** When the server answered a check that this guide asked for, by its clock; null until then. */
  readonly checkedAt: string | null;
  /** Where the tab is, as the browser says. */
  readonly address: string;
  readonly place: OverlayPlace;
  readonly language: Language;
  readonly found: boolean | null;
  readonly near: readonly Corner[];
  readonly now: number;
}

/** How far a person is, on the page that they are on. */
function progressAt({ view }: Reading, { checkedAt, address, now }: Around): Progress | null {
  if (view === null || !URL.canParse(address)) return null;
  return progressOf(checkPermissionsGuide, { view, checkedAt, now }, address);
}

/** Whether what is to be read back can be looked at right here: then the guide asks for it by itself, once. */
export function wantsCheck(reading: Reading, around: Around): boolean {
  const progress = progressAt(reading, around);
  const isThere = progress?.steps.find(({ id }) => id === 'open-permissions')?.state === 'passed';
  return isThere && around.checkedAt === null;
}

/** Cuts what is known down to what a web page may show: nothing of a tenant other than the one that the page is on. */
export function guideForPage(reading: Reading, around: Around): PageGuide {
  const { view, situation, checking } = reading;
  const progress = progressAt(reading, around);
  const right = progress?.tenant === 'right';
  const { corner, small } = around.place;
  const verdict = right ? view?.verdict : null;
  const proved = view !== null && right && provedByGrants({ ...around, view });
  return {
    provider: view === null ? null : shownName(view.providerName),
    situation,
    checking,
    tenant: progress?.tenant ?? null,
    domain: right ? (view?.tenant.domain ?? null) : null,
    mayGo: view?.permissionsBlade != null,
    steps: progress === null || progress.tenant === 'other' ? [] : [...progress.steps],
    complete: proved && view !== null && complete.includes(view.status),
    proof: proved && verdict ? { evidence: verdict.evidence === 'probe' ? 'probe' : 'grants', at: verdict.at } : null,
    checkedAt: right ? (view?.checkedAt ?? null) : null,
    lines:
      right && view?.required
        ? view.required.map(({ value, required, finding }) => ({ value, required, finding }))
        : null,
    point: pointAt(reading, around),
    found: around.found,
    near: [...around.near],
    corner,
    small,
    language: around.language,
  };
}

const complete: readonly GuideView['status'][] = ['authentication_complete', 'onboarded'];

/** What is to be pointed at on this page, if anything. */
export function pointAt(reading: Reading, around: Around): Point | null {
  const progress = progressAt(reading, around);
  // Once all is proved there is still something to look at: the list that was compared.
  const step = progress?.now ?? checkPermissionsGuide.at(-1);
  if (reading.view === null || step == null || progress?.tenant !== 'right') return null;
  if (step.target === null || step.page === null || !isOn(step.page, new URL(around.address))) return null;
  return {
    step: step.id,
    number: checkPermissionsGuide.indexOf(step) + 1,
    appId: reading.view.appId,
    claimValues: reading.view.asked.map(({ value }) => value),
    language: around.language,
  };
}
