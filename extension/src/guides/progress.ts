import type { GuideView } from '@latchkey/shared/api/guides';
import type { StepId } from '@latchkey/shared/guides/check-permissions';
import { isOn, type Page } from '../pages/page.ts';
import { registrationIn } from '../pages/portal-pages.ts';
import { tenantOfAddress } from '../pages/tenant-of-address.ts';
import type { Step } from './step.ts';

/** Whose tenant the page is on: `unnamed` where its address does not say so in a way that we can compare. */
export type TenantMatch = 'right' | 'other' | 'unnamed';

/** `proved` by the server; `passed` because the address says that one is beyond it. */
export type StepState = 'proved' | 'passed' | 'now' | 'next';

export interface Progress {
  readonly tenant: TenantMatch;
  readonly steps: readonly { readonly id: StepId; readonly state: StepState }[];
  readonly now: Step | null;
}

export interface Standing {
  readonly view: GuideView;
  /** When the server answered a check that this guide asked for, by its own clock; null before. */
  readonly checkedAt: string | null;
  /** Of the person's machine: a proof ages while nobody asks. */
  readonly now: number;
}

/** Whose tenant an address is on. An id is compared; another domain may still be the same tenant, so it says nothing. */
function tenantMatch({ tenant, registration }: GuideView, address: string): TenantMatch {
  const named = tenantOfAddress(address);
  const { objectId } = registrationIn(new URL(address));
  if (named === tenant.id.toLowerCase() || (named !== undefined && named === tenant.domain?.toLowerCase()))
    return 'right';
  if (named !== undefined && !named.includes('.')) return 'other';
  // An object id exists in one tenant only.
  return registration !== null && objectId === registration.objectId.toLowerCase() ? 'right' : 'unnamed';
}

/** Whether the server has read back that all that is required is granted for the whole organisation, and that still holds. */
export function provedByGrants({ view: { asked, required, verdict }, now }: Standing): boolean {
  if (required === null || verdict === null || Date.parse(verdict.validUntil) <= now) return false;
  if (verdict.evidence !== 'grants' && verdict.evidence !== 'probe') return false;
  const wanted = asked.filter((permission) => permission.required);
  const granted = ({ resourceAppId, kind, value }: (typeof wanted)[number]): boolean =>
    required.some(
      (line) =>
        line.finding === 'granted' &&
        line.resourceAppId === resourceAppId &&
        line.kind === kind &&
        line.value === value,
    );
  return wanted.length > 0 && wanted.every(granted);
}

/** Where a person is in a guide: the way by the address of the page, proofs by the server. Nothing of it is remembered. */
export function progressOf(guide: readonly Step[], standing: Standing, address: string): Progress {
  const url = new URL(address);
  const tenant = tenantMatch(standing.view, address);
  const proved = provedByGrants(standing);
  const checked = standing.checkedAt !== null && (standing.view.checkedAt ?? '') >= standing.checkedAt;

  const isDone = ({ id, doneWhen }: Step): 'proved' | 'passed' | false => {
    if ('proof' in doneWhen) return proved && (id !== 'compare-permissions' || checked) && 'proved';
    if (tenant !== 'right') return false;
    if (doneWhen.passed === 'tenant') return 'passed';
    return doneWhen.passed.some((page: Page) => isOn(page, url) && isOurs(standing.view, url)) && 'passed';
  };
  const done = guide.map(isDone);
  const at = done.indexOf(false);
  return {
    tenant,
    now: guide[at] ?? null,
    steps: guide.map(({ id }, index) => ({ id, state: done[index] || (index === at ? 'now' : 'next') })),
  };
}

/** Whether the page is about our registration and no other application. */
function isOurs({ appId, registration }: GuideView, url: URL): boolean {
  const named = registrationIn(url);
  if (named.objectId !== null && registration !== null) return named.objectId === registration.objectId.toLowerCase();
  return named.appId === appId.toLowerCase();
}
