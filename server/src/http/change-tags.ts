import { createHash } from 'node:crypto';
import type { Endpoint } from '@latchkey/shared/api/endpoint';
import { listChanges } from '@latchkey/shared/api/changes';
import { listCustomers } from '@latchkey/shared/api/customers';
import { listServices } from '@latchkey/shared/api/services';
import { listInvitations } from '@latchkey/shared/api/invitations';
import type { Operator } from './call.ts';
import type { HttpContext } from './context.ts';

/** Where the newest sequence is known. */
export interface ChangeTags {
  latestSequence(): Promise<number>;
  /** Tells one deployment's sequences from another's, and one version's answers from the next one's. */
  readonly generation: string;
}

/** Lists say nothing that an audit line did not announce: as long as the sequence stands, so does the answer. */
const taggedPaths: ReadonlySet<string> = new Set(
  [listInvitations, listCustomers, listServices, listChanges].map(({ path }) => path),
);

/** Sets the list's tag, read before the list is; gives the answer 304 when the caller has it already. */
export async function unchangedSince(
  tags: ChangeTags,
  endpoint: Endpoint,
  operator: Operator | undefined,
  c: HttpContext,
): Promise<Response | undefined> {
  if (endpoint.method !== 'GET' || !taggedPaths.has(endpoint.path) || operator === undefined) return undefined;
  const scope = createHash('sha256').update(`${tags.generation}\n${operator.role}\n${c.req.url}`);
  const tag = `"${await tags.latestSequence()}-${scope.digest('base64url').slice(0, 16)}"`;
  c.header('etag', tag);
  return c.req.header('if-none-match') === tag ? c.body(null, 304) : undefined;
}
