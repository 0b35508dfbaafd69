import {
  cancelRun,
  listRuns,
  pauseRun,
  readRun,
  resumeRun,
  startRun,
  type RunChoice,
} from '@latchkey/shared/api/validation-runs';
import { err, ok } from '@latchkey/shared/result';
import { actorOf, type Mount, type Operator } from '../http/call.ts';
import type { KeepsRuns } from './run-keeper.ts';
import type { Chosen } from './run-repository.ts';

interface MoveCall {
  readonly params: { readonly runId: string };
  readonly operator: Operator;
  readonly requestId: string;
}

/** Validations of many. */
export function mountRuns(mount: Mount, runs: KeepsRuns): void {
  const request = ({ params, operator, requestId }: MoveCall) => ({
    runId: params.runId,
    actor: actorOf(operator),
    requestId,
  });
  mount(startRun, async ({ body, operator, requestId, idempotency }) => {
    const chosen = chosenIn(body);
    if (chosen === undefined) return err('request_invalid');
    return runs.start({ chosen, actor: actorOf(operator), requestId, idempotency });
  });
  mount(listRuns, async () => ok({ runs: await runs.list() }));
  mount(readRun, ({ params }) => runs.read(params.runId));
  mount(pauseRun, (call) => runs.move('pause', request(call)));
  mount(resumeRun, (call) => runs.move('resume', request(call)));
  mount(cancelRun, (call) => runs.move('cancel', request(call)));
}

function chosenIn({ choose, filter, customerIds }: RunChoice): Chosen | undefined {
  if ((choose === 'filter') !== (filter !== undefined)) return undefined;
  if ((choose === 'list') !== (customerIds !== undefined)) return undefined;
  if (filter !== undefined) return { choose: 'filter', filter };
  return customerIds === undefined ? { choose: 'all' } : { choose: 'list', customerIds };
}
