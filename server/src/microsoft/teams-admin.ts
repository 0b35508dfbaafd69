import { originOf, type Cloud } from '@latchkey/shared/clouds/cloud';
import { resources } from '@latchkey/shared/permissions/profile';
import type { NotTried, Observations, ResourcesObservation } from '@latchkey/shared/validation/observation';
import { standingOf } from '@latchkey/shared/validation/resource-faults';
import { isNeeded } from '@latchkey/shared/validation/workloads';
import * as z from 'zod/mini';
import type { UpstreamCall } from '../audit/audit-repository.ts';
import type { Clock } from '../clock.ts';
import type { Secret } from '../sealing/secret.ts';
import type { TenantQuestion } from '../validation/tenant-state.ts';
import { plainName, retryAfterSeconds } from './answers.ts';
import { NoAnswer, type CloudFetch } from './cloud-fetch.ts';
import type { GraphAnswer } from './graph-client.ts';
import { seen } from './graph-observation.ts';

export interface TeamsAdminSettings {
  readonly cloud: Cloud;
  /** Undefined where the cloud has no such service that we know of. */
  readonly teamsAdminFetch: CloudFetch | undefined;
  readonly now: Clock;
}

type TeamsAdminState = Pick<Observations, 'teamsAdminToken' | 'teamsAdmin'> & {
  readonly calls: readonly UpstreamCall[];
};

const notNeeded = { state: 'not_needed' } as const;
const notTried = (because: NotTried['because']): NotTried => ({ state: 'not_tried', because });

/** A tenant may have no telephone number yet. */
const NumbersPage = z.object({ TelephoneNumbers: z.array(z.looseObject({})) });

/**
 * The Teams administration API, which Teams PowerShell speaks to: a token of its own, and one read. Its reference is not published; the
 * read is the one that github.com/KelvinTegelaar/CIPP-API lists telephone numbers by.
 */
export async function readTeamsAdmin(
  settings: TeamsAdminSettings,
  { profile, tenantId, tokenFor }: TenantQuestion,
  inTenant: ResourcesObservation,
): Promise<TeamsAdminState> {
  const { cloud, teamsAdminFetch: fetch } = settings;
  if (cloud.teamsAdmin === undefined || fetch === undefined || !isNeeded(profile, 'teams_admin'))
    return { teamsAdminToken: notNeeded, teamsAdmin: notNeeded, calls: [] };
  // A service that is not there, or switched off, is told by the directory: asking it would cost two trips and say less.
  if (standingOf(inTenant, resources.teamsAdmin) !== 'enabled') {
    const nothing = notTried('no_answer_before');
    return { teamsAdminToken: nothing, teamsAdmin: nothing, calls: [] };
  }
  const { observation, tokens, upstream } = await tokenFor(resources.teamsAdmin);
  if (tokens === undefined) return { teamsAdminToken: observation, teamsAdmin: notTried('no_token'), calls: upstream };
  const path = `/Skype.TelephoneNumberMgmt/Tenants/${tenantId}/telephone-numbers?skip=0&top=1&locale=en-US`;
  const address = `${originOf(cloud.teamsAdmin, 'browser')}${path}`;
  const answer = await get(fetch, address, tokens.access, settings.now);
  const found = seen(answer, NumbersPage);
  const { requestId, status } = answer;
  return {
    teamsAdminToken: observation,
    teamsAdmin: found.state === 'read' ? { state: 'read', requestId } : found,
    calls: [...upstream, { what: 'teams admin: telephone-numbers', requestId, status }],
  };
}

async function get(fetch: CloudFetch, address: string, access: Secret, now: Clock): Promise<GraphAnswer> {
  try {
    const headers = { authorization: `Bearer ${access.reveal()}`, accept: 'application/json' };
    const answer = await fetch(address, { headers });
    return {
      status: answer.status,
      body: await answer.json().catch(() => undefined),
      requestId: plainName(answer.headers.get('request-id') ?? answer.headers.get('x-ms-request-id')),
      retryAfterSeconds: retryAfterSeconds(answer.headers.get('retry-after'), now()),
    };
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    return { status: null, body: undefined, requestId: null, retryAfterSeconds: null };
  }
}
