import { err, ok, type Result } from '@latchkey/shared/result';
import { alone } from './connection-lease.ts';
import { lookAtCandidate } from './candidate-look.ts';
import type { RunContext } from './keep-judgement.ts';
import type { ValidateSettings } from './validate-connection.ts';

export interface ValidatesCandidates {
  /**
   * Looks at the consent that stands beside a connection, and at nothing else; good as well where there is none any more. Calls that
   * come while one runs get its answer, in this process or in another.
   */
  validate(connectionId: string, context: RunContext): Promise<Result<true, 'changed_meanwhile'>>;
}

export function createCandidateValidator(settings: ValidateSettings): ValidatesCandidates {
  const running = new Map<string, Promise<Result<true, 'changed_meanwhile'>>>();
  return {
    validate(connectionId, context) {
      const already = running.get(connectionId);
      if (already !== undefined) return already;
      const run = oneFlight(settings, connectionId, context).finally(() => running.delete(connectionId));
      running.set(connectionId, run);
      return run;
    },
  };
}

async function oneFlight(
  settings: ValidateSettings,
  connectionId: string,
  context: RunContext,
): Promise<Result<true, 'changed_meanwhile'>> {
  const { candidates } = settings.store.read;
  const before = await candidates.find(connectionId);
  const looked = await alone<Result<unknown, 'changed_meanwhile'>>(settings, connectionId, async (waited) => {
    const current = waited ? await candidates.find(connectionId) : before;
    // Whoever was at it meanwhile has kept what came of it: never what was seen before a newer consent.
    const isFresh =
      current?.version !== before?.version && (current?.verdict.at ?? '') >= (current?.consentChangedAt ?? '');
    return isFresh ? ok(true) : lookAtCandidate(settings, connectionId, context);
  });
  if (looked === undefined) return err('changed_meanwhile');
  return looked.ok ? ok(true) : looked;
}
