import * as z from 'zod/mini';
import { CustomerFilter } from './customer-filter.ts';
import { defineEndpoint, operatorErrors, operatorRoles, writers } from './endpoint.ts';
import { CustomerId, Instant, RunId } from './schemas.ts';

/** How one connection of a run came out. Throttled, not reached, not provable: all of them are `not_known`, and none says anything bad. */
export const runOutcomes = [
  'working',
  'degraded',
  'settling',
  'action_needed',
  'blocked',
  'not_known',
  /** The connection was removed in the meantime. */
  'gone',
] as const;
export type RunOutcome = (typeof runOutcomes)[number];

export const RunState = z.enum(['running', 'paused', 'cancelled', 'done']);
export type RunState = z.infer<typeof RunState>;

const count = z.int();
const RunCounts = z.strictObject({
  working: count,
  degraded: count,
  settling: count,
  action_needed: count,
  blocked: count,
  not_known: count,
  gone: count,
});

/** A validation of many, as far as it has come. */
export const RunView = z.strictObject({
  id: RunId,
  kind: z.enum(['bulk', 'nightly']),
  state: RunState,
  total: z.int(),
  done: z.int(),
  counts: RunCounts,
  /** By the pace of the last minute; null while nothing can be said. */
  secondsLeft: z.nullable(z.int()),
  startedAt: Instant,
  startedBy: z.string(),
  finishedAt: z.nullable(Instant),
});
export type RunView = z.infer<typeof RunView>;

/** Whose connections are validated. With `filter` goes a filter, with `list` a list; anything else is refused. */
export const RunChoice = z.strictObject({
  choose: z.enum(['all', 'filter', 'list']),
  filter: z.optional(CustomerFilter),
  customerIds: z.optional(z.array(CustomerId).check(z.minLength(1), z.maxLength(1000))),
});
export type RunChoice = z.infer<typeof RunChoice>;

export const startRun = defineEndpoint({
  method: 'POST',
  path: '/v1/validation-runs',
  summary: 'Validate many: all customers, those of a filter, or those of a list',
  who: writers,
  body: RunChoice,
  response: RunView,
  status: 201,
  errors: [
    ...operatorErrors,
    'validation_run_empty',
    'validation_run_going',
    'changed_meanwhile',
    'idempotency_key_missing',
    'idempotency_key_reused',
  ],
  audit: { record: 'validation_run.started' },
  idempotent: true,
});

export const listRuns = defineEndpoint({
  method: 'GET',
  path: '/v1/validation-runs',
  summary: 'The newest validations of many, at most 20',
  who: operatorRoles,
  response: z.strictObject({ runs: z.array(RunView) }),
  status: 200,
  errors: operatorErrors,
  audit: { none: 'reading' },
});

const params = z.strictObject({ runId: RunId });
const moveErrors = [
  ...operatorErrors,
  'validation_run_not_found',
  'validation_run_move_illegal',
  'changed_meanwhile',
] as const;

export const readRun = defineEndpoint({
  method: 'GET',
  path: '/v1/validation-runs/:runId',
  summary: 'How far a validation of many has come',
  who: operatorRoles,
  params,
  response: RunView,
  status: 200,
  errors: [...operatorErrors, 'validation_run_not_found'],
  audit: { none: 'reading' },
});

export const pauseRun = defineEndpoint({
  method: 'POST',
  path: '/v1/validation-runs/:runId/pause',
  summary: 'Start nothing more of it until it is resumed; what is under way ends',
  who: writers,
  params,
  response: RunView,
  status: 200,
  errors: moveErrors,
  audit: { record: 'validation_run.paused' },
});

export const resumeRun = defineEndpoint({
  method: 'POST',
  path: '/v1/validation-runs/:runId/resume',
  summary: 'Go on with it',
  who: writers,
  params,
  response: RunView,
  status: 200,
  errors: moveErrors,
  audit: { record: 'validation_run.resumed' },
});

export const cancelRun = defineEndpoint({
  method: 'POST',
  path: '/v1/validation-runs/:runId/cancel',
  summary: 'End it; what was validated stays',
  who: writers,
  params,
  response: RunView,
  status: 200,
  errors: moveErrors,
  audit: { record: 'validation_run.cancelled' },
});
