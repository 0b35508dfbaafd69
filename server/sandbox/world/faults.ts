import type { Lie } from '../situations/situation.ts';

/** Graph answers so many requests with this in place of the truth. */
export interface GraphFault {
  readonly status: number;
  readonly retryAfter?: number;
  /** What is hit: whole requests (a batch as a whole), or the single requests inside a batch. */
  readonly on: 'request' | 'batch-item';
  /** Only paths with this text in them. */
  readonly path?: string;
  /** Said in place of an error; then the status may be a good one. */
  readonly body?: unknown;
  /** Graph's code of the error. */
  readonly code?: string;
  /** The true answer, harmed on its way; status and body are not asked then. */
  readonly harm?: Harm;
}

/** What can become of a true answer: a page in its place, the end cut off, no end at all, a next page somewhere else. */
export const harms = ['page', 'cut', 'hung up', 'next page elsewhere'] as const;
export type Harm = (typeof harms)[number];

/** The token endpoint answers so many requests with this in place of the truth. */
export interface TokenFault {
  readonly status: number;
  readonly body: unknown;
  readonly retryAfter?: number;
  readonly grantType?: string;
  readonly harm?: Exclude<Harm, 'next page elsewhere'>;
}

/** What is wrong with the sandbox at the moment. */
export interface Faults {
  lie: Lie | undefined;
  settlingSeconds: number;
  /** The customer's domains are federated: its own service checks their passwords. */
  federated: boolean;
  injectGraph(fault: GraphFault, times: number): void;
  injectToken(fault: TokenFault, times: number): void;
  /** The fault that hits this request, once less from now on. */
  takeGraph(on: GraphFault['on'], path: string): GraphFault | undefined;
  takeToken(grantType: string): TokenFault | undefined;
}

interface Pending<Fault> {
  readonly fault: Fault;
  times: number;
}

function take<Fault>(pending: readonly Pending<Fault>[], hits: (fault: Fault) => boolean): Fault | undefined {
  const found = pending.find(({ fault, times }) => times > 0 && hits(fault));
  if (found) found.times -= 1;
  return found?.fault;
}

export function openFaults(lie: Lie | undefined, settlingSeconds: number): Faults {
  const graph: Pending<GraphFault>[] = [];
  const token: Pending<TokenFault>[] = [];
  return {
    lie,
    settlingSeconds,
    federated: false,
    injectGraph: (fault, times) => void graph.push({ fault, times }),
    injectToken: (fault, times) => void token.push({ fault, times }),
    takeGraph: (on, path) => take(graph, (fault) => fault.on === on && path.includes(fault.path ?? '')),
    takeToken: (grantType) => take(token, (fault) => (fault.grantType ?? grantType) === grantType),
  };
}
