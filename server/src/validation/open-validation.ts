import { createSettlingWorker } from './settling-worker.ts';
import { createCandidateValidator } from './validate-candidate.ts';
import { createValidator, type ValidateSettings } from './validate-connection.ts';

/** Whoever looks at connections and at what stands beside them, and the work that looks again. */
export function openValidation(settings: ValidateSettings) {
  const validator = createValidator(settings);
  const candidates = createCandidateValidator(settings);
  const { lookAgain } = createSettlingWorker({ ...settings, validator, candidates });
  return { validator, candidates, job: { kind: 'settle', everyMs: 500, run: lookAgain } } as const;
}
