import type { ValidationView } from '@latchkey/shared/api/connections';
import type { Validation } from './validation-repository.ts';

/** One finished validation, as sent. */
export const validationView = (validation: Validation): ValidationView => ({
  id: validation.id,
  connectionId: validation.connectionId,
  verdict: { ...validation.verdict, checks: validation.verdict.checks.map((check) => ({ ...check })) },
  permissions: validation.permissions?.map((line) => ({ ...line, principalIds: [...line.principalIds] })) ?? null,
  upstream: validation.upstream.map((call) => ({ ...call })),
  startedBy: validation.startedBy,
  auditSequence: validation.auditSequence,
});
