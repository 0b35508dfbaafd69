import { Cause, EvidenceLevel, VerdictName } from '@latchkey/shared/validation/verdict';

/** The verdict that an audit row tells of. */
export const verdictIn = ({ verdict, evidence, cause }: Readonly<Record<string, unknown>>) => ({
  verdict: VerdictName.parse(verdict),
  evidence: EvidenceLevel.parse(evidence),
  cause: Cause.parse(cause),
});
