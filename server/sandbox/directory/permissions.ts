import type { Directory } from './directory.ts';
import type { Person, Registration } from './records.ts';
import { graphAppId, openIdScopes, type PermissionScope, type ResourceApplication } from './resources.ts';

/** One delegated permission that was asked for. */
export interface Asked {
  readonly resource: ResourceApplication;
  readonly permission: PermissionScope;
  /** As it stood in the request: Microsoft answers in the same spelling. */
  readonly prefix: string;
}

/** A scope parameter, understood. */
export interface AskedScopes {
  readonly asked: readonly Asked[];
  /** Whose token is meant: that of the first scope which is not OpenID Connect's, else Microsoft Graph. */
  readonly resource: ResourceApplication;
  /** `<resource>/.default` was asked for, in this spelling. */
  readonly everything?: string;
}

export type ScopeProblem =
  | { readonly problem: 'unknown scope'; readonly scope: string; readonly resource: string }
  | { readonly problem: 'unknown resource'; readonly resource: string };

const isOpenId = (value: string): boolean => (openIdScopes as readonly string[]).includes(value.toLowerCase());

function split(scope: string): { readonly prefix: string; readonly value: string } {
  const at = scope.lastIndexOf('/');
  return at < 0 ? { prefix: '', value: scope } : { prefix: scope.slice(0, at), value: scope.slice(at + 1) };
}

function findResource(directory: Directory, prefix: string): ResourceApplication | undefined {
  if (prefix === '') return directory.resource(graphAppId);
  return directory.resources.find(({ identifierUris }) =>
    identifierUris.some((uri) => uri.toLowerCase() === prefix.replace(/\/$/, '').toLowerCase()),
  );
}

/** Reads a scope parameter as Entra does: unprefixed names are Microsoft Graph's. */
export function readScopes(directory: Directory, client: Registration, text: string): AskedScopes | ScopeProblem {
  const asked: Asked[] = [];
  let main: ResourceApplication | undefined;
  let everything: string | undefined;
  for (const scope of text.split(/\s+/).filter(Boolean)) {
    const { prefix, value } = split(scope);
    const resource = findResource(directory, prefix);
    if (!resource) return { problem: 'unknown resource', resource: prefix };
    if (value === '.default') everything ??= scope;
    const wanted =
      value === '.default'
        ? (client.requires.find(({ resourceAppId }) => resourceAppId === resource.appId)?.scopes ?? [])
        : [value];
    for (const name of wanted) {
      const permission = resource.scopes.find((one) => one.value.toLowerCase() === name.toLowerCase());
      if (!permission) return { problem: 'unknown scope', scope: name, resource: resource.appId };
      asked.push({ resource, permission, prefix });
    }
    if (!isOpenId(value)) main ??= resource;
  }
  const graph = directory.resource(graphAppId);
  const resource = main ?? graph;
  if (!resource) return { problem: 'unknown resource', resource: graphAppId };
  return { asked, resource, ...(everything !== undefined && { everything }) };
}

/** The delegated permissions that a person has given an application, or that everybody's grant gives it. */
export function grantedTo(
  directory: Directory,
  client: Registration,
  person: Person,
  resource: ResourceApplication,
): readonly string[] {
  const { tenantId } = person;
  const clientId = directory.servicePrincipal(tenantId, client.clientId)?.id;
  const resourceId = directory.servicePrincipal(tenantId, resource.appId)?.id;
  if (client.firstParty) return resource.scopes.map(({ value }) => value);
  return directory
    .grants(tenantId)
    .filter((grant) => grant.clientId === clientId && grant.resourceId === resourceId)
    .filter(({ principalId }) => principalId === null || principalId === person.id)
    .flatMap(({ scopes }) => scopes);
}

/** What was asked for and is not granted yet. */
export const notGranted = (directory: Directory, client: Registration, person: Person, asked: readonly Asked[]) =>
  asked.filter(
    ({ resource, permission }) => !grantedTo(directory, client, person, resource).includes(permission.value),
  );
