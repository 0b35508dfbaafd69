import { randomUUID } from 'node:crypto';
import type { LoggedBatchItem, LoggedPermission } from '../log/request-log.ts';
import { loggablePath } from '../log/loggable-path.ts';
import type { GraphFault } from '../world/faults.ts';
import { withNextPageElsewhere } from '../world/harmed.ts';
import type { World } from '../world/world.ts';
import { answerGraph, faultReply } from './answer.ts';
import type { Caller } from './caller.ts';
import { graphError, type GraphIds, type GraphReply } from './reply.ts';

const limit = 20;

interface BatchItem {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly dependsOn: readonly string[];
}

/** What a batch came to. */
export interface BatchOutcome {
  readonly reply: GraphReply;
  readonly items: readonly LoggedBatchItem[];
  readonly shown: readonly LoggedPermission[];
}

function readItem(value: unknown): BatchItem | undefined {
  const { id, method, url, dependsOn } = (value ?? {}) as Record<string, unknown>;
  if (typeof id !== 'string' || typeof method !== 'string' || typeof url !== 'string') return undefined;
  return { id, method: method.toUpperCase(), url, dependsOn: Array.isArray(dependsOn) ? dependsOn.map(String) : [] };
}

/** The items of a batch body, or what is wrong with it. */
function readItems(body: unknown): readonly BatchItem[] | string {
  const requests = (body as { requests?: unknown } | null)?.requests;
  if (!Array.isArray(requests) || requests.length === 0) return 'Invalid batch payload format.';
  if (requests.length > limit) return `Number of batch request steps exceeds the max value of ${limit}.`;
  const items = requests.map(readItem).filter((item) => item !== undefined);
  if (items.length < requests.length) return 'Invalid batch payload format.';
  const ids = items.map(({ id }) => id);
  if (new Set(ids).size < ids.length) return 'Each request in the batch needs an id of its own.';
  if (items.some(({ dependsOn }) => dependsOn.some((id) => !ids.includes(id))))
    return 'A request depends on one that is not in the batch.';
  return items;
}

/** Of a request inside a batch only the next page can lie elsewhere: the rest happens to the batch as a whole. */
function faultOf(fault: GraphFault, ids: GraphIds, truth: () => GraphReply): GraphReply {
  if (fault.harm === undefined) return faultReply(fault, ids);
  const reply = truth();
  return { ...reply, body: withNextPageElsewhere(reply.body) };
}

/** Answers a batch: each request for itself, in another order than asked, 200 whatever became of them. */
export function answerBatch(world: World, caller: Caller, body: unknown, ids: GraphIds): BatchOutcome {
  const items = readItems(body);
  if (typeof items === 'string') return { reply: graphError(400, 'BadRequest', items, ids), items: [], shown: [] };
  const shown: LoggedPermission[] = [];
  const logged: LoggedBatchItem[] = [];
  const statuses = new Map<string, number>();
  const answerItem = ({ id, method, url, dependsOn }: BatchItem): GraphReply & { id: string } => {
    const own = { ...ids, requestId: randomUUID() };
    const path = url.startsWith('/') ? url : `/${url}`;
    const broken = dependsOn.some((other) => (statuses.get(other) ?? 424) >= 400);
    const fault = broken ? undefined : world.state.faults.takeGraph('batch-item', path);
    const truth = () =>
      answerGraph(world, caller, { method, url: path }, own, (permissions) => shown.push(...permissions));
    const reply = broken
      ? graphError(424, 'FailedDependency', 'A request that this one depends on failed.', own)
      : fault
        ? faultOf(fault, own, truth)
        : truth();
    statuses.set(id, reply.status);
    const shownPath = loggablePath(world.state.directory, path);
    logged.push({ method, url: shownPath, status: reply.status, requestId: own.requestId });
    const headers = { 'content-type': 'application/json', 'request-id': own.requestId, ...reply.headers };
    return { id, status: reply.status, headers, body: reply.body };
  };
  const responses = items.map(answerItem).toReversed();
  return { reply: { status: 200, body: { responses } }, items: logged, shown };
}
