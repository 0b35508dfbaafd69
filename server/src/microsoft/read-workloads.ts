import type { PermissionProfile } from '@latchkey/shared/permissions/profile';
import type { ProbeObservation, ResourcesObservation } from '@latchkey/shared/validation/observation';
import type * as z from 'zod/mini';
import { malformed } from './answers.ts';
import type { GraphAnswer } from './graph-client.ts';
import { answerTo, seen } from './graph-observation.ts';
import { ServicePrincipal } from './graph-shapes.ts';
import { appIdsOf, nameOfResource } from './tenant-paths.ts';

type Resource = Extract<ResourcesObservation, { state: 'read' }>['resources'][number];

/** A live read of one workload; one that was not asked for is not needed. */
export function probe(answer: GraphAnswer | undefined, shape: z.ZodMiniType): ProbeObservation {
  if (answer === undefined) return { state: 'not_needed' };
  const found = seen(answer, shape);
  return found.state === 'read' ? { state: 'read', requestId: found.requestId } : found;
}

/** Whether the resources of the profile are in the tenant, and switched on. One that cannot be read makes all of them unread. */
export function seenResources(
  answers: Readonly<Record<string, GraphAnswer>>,
  profile: PermissionProfile,
): ResourcesObservation {
  const resources: Resource[] = [];
  let requestId: string | null = null;
  for (const appId of appIdsOf(profile)) {
    const found = seen(answerTo(answers, nameOfResource(appId)), ServicePrincipal);
    const isAbsent = found.state === 'refused' && found.status === 404;
    if (found.state !== 'read' && !isAbsent) return found;
    if (found.state === 'read' && found.value.appId.toLowerCase() !== appId.toLowerCase())
      return malformed(200, found.requestId);
    ({ requestId } = found);
    resources.push({ appId, standing: found.state === 'read' ? standing(found.value.accountEnabled) : 'absent' });
  }
  return { state: 'read', resources, requestId };
}

/** Only what Microsoft says is on, is on. */
const standing = (enabled: boolean | null | undefined): Resource['standing'] =>
  enabled === true ? 'enabled' : 'disabled';
