import type { PermissionLine } from '@latchkey/shared/permissions/check';
import type { Verdict } from '@latchkey/shared/validation/verdict';

/**
 * Whether this is enough for Authentication Complete. The verdict alone is not asked: the lines themselves must show every required
 * permission for the whole organisation, and the evidence must be a live call.
 */
export function proves({ verdict, evidence }: Verdict, lines: readonly PermissionLine[] | null): boolean {
  if (verdict !== 'working' && verdict !== 'degraded') return false;
  if (evidence !== 'probe' || lines === null) return false;
  const required = lines.filter((line) => line.required);
  return required.length > 0 && required.every(({ finding }) => finding === 'granted');
}
