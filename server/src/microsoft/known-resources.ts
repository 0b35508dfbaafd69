import type { UpstreamCall } from '../audit/audit-repository.ts';
import { malformed } from './answers.ts';
import type { Graph, GraphAnswer } from './graph-client.ts';
import { seen, type Seen } from './graph-observation.ts';
import { ResourceServicePrincipal } from './graph-shapes.ts';
import { resourceOf, type ResourceCache, type ResourcePermissions } from './resource-permissions.ts';

/** A call to Graph, as the audit names it. */
export const called = (what: string, { requestId, status }: GraphAnswer): UpstreamCall => ({
  what: `graph: ${what}`,
  requestId,
  status,
});

/** The resources of one tenant: those that are kept, and one more trip for the rest. */
export class KnownResources {
  readonly #graph: Graph;
  readonly #cache: ResourceCache;
  readonly #tenantId: string;
  readonly calls: UpstreamCall[] = [];

  constructor(graph: Graph, cache: ResourceCache, tenantId: string) {
    this.#graph = graph;
    this.#cache = cache;
    this.#tenantId = tenantId;
  }

  async all(ids: readonly string[]): Promise<Seen<ReadonlyMap<string, ResourcePermissions>>> {
    const known = new Map<string, ResourcePermissions>();
    for (const id of new Set(ids)) {
      // oxlint-disable-next-line no-await-in-loop -- a handful of local reads
      const kept = await this.#cache.get(this.#key(id));
      if (kept !== undefined) known.set(id, kept);
    }
    const unknown = [...new Set(ids)].filter((id) => !known.has(id));
    const failure = await this.#ask(unknown, known);
    return failure ?? { state: 'read', value: known, requestId: null };
  }

  async #ask(ids: readonly string[], known: Map<string, ResourcePermissions>) {
    if (ids.length === 0) return undefined;
    // More than one batch holds: no registration of ours has so many, so this is nobody's honest answer.
    if (ids.length > 20) return malformed(200, null);
    const select = '$select=id,appId,appRoles,oauth2PermissionScopes';
    const answers = await this.#graph.batch(
      Object.fromEntries(ids.map((id) => [id, `/servicePrincipals/${encodeURIComponent(id)}?${select}`])),
    );
    for (const id of ids) {
      const answer = answers[id];
      if (answer === undefined) return malformed(200, null);
      this.calls.push(called('resource', answer));
      const found = seen(answer, ResourceServicePrincipal);
      if (found.state !== 'read') return found;
      if (found.value.id.toLowerCase() !== id.toLowerCase()) return malformed(200, found.requestId);
      const resource = resourceOf(found.value);
      known.set(id, resource);
      // oxlint-disable-next-line no-await-in-loop -- a handful of local writes
      await this.#cache.set(this.#key(id), resource);
    }
    return undefined;
  }

  #key(resourceId: string): string {
    return `${this.#tenantId}:${resourceId}`;
  }
}
