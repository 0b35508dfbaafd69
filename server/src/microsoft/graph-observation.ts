import type { Refused, Unreachable } from '@latchkey/shared/validation/observation';
import type * as z from 'zod/mini';
import { malformed, saysNothing } from './answers.ts';
import type { Graph, GraphAnswer } from './graph-client.ts';
import { GraphErrorBody } from './graph-shapes.ts';

/** An answer of Graph, read: what was asked for, or why not. */
export type Seen<Value> =
  | { readonly state: 'read'; readonly value: Value; readonly requestId: string | null }
  | Refused
  | Unreachable;

/** An answer that was not given at all reads like one that makes no sense. */
export const answerTo = (answers: Readonly<Record<string, GraphAnswer>>, name: string): GraphAnswer =>
  answers[name] ?? { status: 200, body: undefined, requestId: null, retryAfterSeconds: null };

/** Reads one answer by its shape. What is not of that shape is nobody's proof. */
export function seen<Shape extends z.ZodMiniType>(answer: GraphAnswer, shape: Shape): Seen<z.infer<Shape>> {
  const { status, requestId, body } = answer;
  if (status === null || saysNothing(status))
    return { state: 'unreachable', status, retryAfterSeconds: answer.retryAfterSeconds, requestId };
  if (status !== 200) return { state: 'refused', status, code: errorCode(body), requestId };
  const parsed = shape.safeParse(body);
  return parsed.success ? { state: 'read', value: parsed.data, requestId } : malformed(status, requestId);
}

function errorCode(body: unknown): string {
  const parsed = GraphErrorBody.safeParse(body);
  // The code goes on screen and into the database: only what looks like one.
  return parsed.success && /^[A-Za-z][\w.]{1,80}$/.test(parsed.data.error.code)
    ? parsed.data.error.code
    : 'error_unnamed';
}

interface Page<Item> {
  readonly value: readonly Item[];
  readonly '@odata.nextLink'?: string | undefined;
}

const mostPages = 20;

/** A list over all its pages. Half a list is none: a page that fails makes the whole unread. */
export async function seenWhole<Item>(
  graph: Graph,
  first: GraphAnswer,
  shape: z.ZodMiniType<Page<Item>>,
): Promise<Seen<readonly Item[]>> {
  const items: Item[] = [];
  let answer = first;
  for (let pages = 0; pages < mostPages; pages += 1) {
    const page = seen(answer, shape);
    if (page.state !== 'read') return page;
    items.push(...page.value.value);
    const next = page.value['@odata.nextLink'];
    if (next === undefined) return { state: 'read', value: items, requestId: first.requestId };
    // The pages depend on each other.
    // oxlint-disable-next-line no-await-in-loop
    answer = await graph.follow(next);
  }
  return malformed(200, first.requestId);
}
