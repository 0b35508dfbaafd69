import type { RegistrationObservation, RolesObservation } from '@latchkey/shared/validation/observation';
import { roleStanding } from '@latchkey/shared/validation/role-faults';
import type { UpstreamCall } from '../audit/audit-repository.ts';
import type { TenantQuestion } from '../validation/tenant-state.ts';
import type { Graph, GraphAnswer } from './graph-client.ts';
import { answerTo, seenWhole } from './graph-observation.ts';
import { DirectoryRolePage, EligibleRolePage } from './graph-shapes.ts';
import { called } from './known-resources.ts';
import { eligibleOf, eligibleOfMe, needsRole } from './tenant-paths.ts';

interface Roles {
  readonly observation: RolesObservation;
  readonly calls: readonly UpstreamCall[];
}

/** The directory roles of whoever acts. Whether a missing one is merely not activated is asked only where one is missing. */
export async function readRoles(
  graph: Graph,
  answers: Readonly<Record<string, GraphAnswer>>,
  { profile, as }: TenantQuestion,
  registration: RegistrationObservation,
): Promise<Roles> {
  if (!needsRole(profile)) return { observation: { state: 'not_needed' }, calls: [] };
  const active = await seenWhole(graph, answerTo(answers, 'roles'), DirectoryRolePage);
  if (active.state !== 'read') return { observation: active, calls: [] };
  const held: RolesObservation = {
    state: 'read',
    active: active.value.map(({ roleTemplateId }) => roleTemplateId.toLowerCase()),
    eligible: null,
    requestId: active.requestId,
  };
  if (roleStanding(held, profile.directoryRoles ?? []) !== 'missing') return { observation: held, calls: [] };
  const path =
    as === 'account' ? eligibleOfMe : registration.state === 'read' ? eligibleOf(registration.objectId) : null;
  if (path === null) return { observation: held, calls: [] };
  const answer = await graph.get(path);
  const eligible = await seenWhole(graph, answer, EligibleRolePage);
  return {
    observation:
      eligible.state === 'read'
        ? { ...held, eligible: eligible.value.map(({ roleDefinitionId }) => roleDefinitionId.toLowerCase()) }
        : held,
    calls: [called('eligible roles', answer)],
  };
}
