import { originOf } from '@latchkey/shared/clouds/cloud';
import type { OrganizationObservation, RegistrationObservation } from '@latchkey/shared/validation/observation';
import type { ReadsTenantState } from '../validation/tenant-state.ts';
import { malformed } from './answers.ts';
import { openGraph, type GraphAnswer, type GraphSettings } from './graph-client.ts';
import { answerTo, seen } from './graph-observation.ts';
import { NumberPage, OrganizationPage, ServicePrincipal, UserPage } from './graph-shapes.ts';
import { called, KnownResources } from './known-resources.ts';
import { readGrants } from './read-grants.ts';
import { readRoles } from './read-roles.ts';
import { probe, seenResources } from './read-workloads.ts';
import type { ResourceCache } from './resource-permissions.ts';
import { readTeamsAdmin, type TeamsAdminSettings } from './teams-admin.ts';
import { tenantPaths } from './tenant-paths.ts';

export interface TenantStateSettings extends GraphSettings, TeamsAdminSettings {
  /** Application id of the consent app. */
  readonly clientId: string;
  readonly resources: ResourceCache;
}

export function createTenantStateReader(settings: TenantStateSettings): ReadsTenantState {
  const { clientId, resources, cloud } = settings;
  return {
    async read(accessToken, question) {
      const graph = openGraph(settings, accessToken);
      const paths: Readonly<Record<string, string>> = tenantPaths(clientId, question, originOf(cloud.graph, 'browser'));
      const answers = await graph.batch(paths);
      const ours = registration(answerTo(answers, 'servicePrincipal'), clientId);
      const known = new KnownResources(graph, resources, question.tenantId);
      const grants = await readGrants(graph, answers, ours, known);
      const roles = await readRoles(graph, answers, question, ours);
      const inTenant = seenResources(answers, question.profile);
      const { calls, ...teamsAdmin } = await readTeamsAdmin(settings, question, inTenant);
      return {
        organization: organization(answerTo(answers, 'organization')),
        registration: ours,
        grants,
        resources: inTenant,
        roles: roles.observation,
        users: probe(answers['users'], UserPage),
        teams: probe(answers['teams'], NumberPage),
        ...teamsAdmin,
        upstream: [
          ...Object.entries(answers).map(([name, answer]) => called(name, answer)),
          ...known.calls,
          ...roles.calls,
          ...calls,
        ],
      };
    },
  };
}

/** A tenant has one organization; an answer with none or several names nobody. */
function organization(answer: GraphAnswer): OrganizationObservation {
  const found = seen(answer, OrganizationPage);
  if (found.state !== 'read') return found;
  const [only, another] = found.value.value;
  const more = another !== undefined || found.value['@odata.nextLink'] !== undefined;
  if (only === undefined || more) return malformed(200, found.requestId);
  const { requestId } = found;
  return { state: 'read', tenantId: only.id.toLowerCase(), displayName: only.displayName ?? '', requestId };
}

function registration(answer: GraphAnswer, clientId: string): RegistrationObservation {
  const found = seen(answer, ServicePrincipal);
  if (found.state === 'refused' && found.status === 404) return { state: 'absent', requestId: found.requestId };
  if (found.state !== 'read') return found;
  const { id, appId, accountEnabled, disabledByMicrosoftStatus, appRoleAssignmentRequired } = found.value;
  if (appId.toLowerCase() !== clientId.toLowerCase()) return malformed(200, found.requestId);
  const disabled = disabledByMicrosoftStatus ?? 'None';
  return {
    state: 'read',
    objectId: id,
    // Absent reads as switched off: only what Microsoft says is on, is on.
    enabled: accountEnabled === true,
    disabledByMicrosoft: disabled === 'None' ? null : disabled,
    assignmentRequired: appRoleAssignmentRequired === true,
    requestId: found.requestId,
  };
}
