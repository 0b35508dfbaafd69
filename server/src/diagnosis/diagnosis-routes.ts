import { diagnoseText } from '@latchkey/shared/api/diagnosis';
import { ok } from '@latchkey/shared/result';
import type { Mount } from '../http/call.ts';
import type { ReadsErrors } from './error-doctor.ts';

/** The error doctor for those who work for the provider. */
export function mountDiagnosis(mount: Mount, doctor: ReadsErrors): void {
  mount(diagnoseText, async ({ body }) => ok(await doctor.diagnose(body.text)));
}
