import { checkRegistrations } from '@latchkey/shared/api/registrations';
import { ok } from '@latchkey/shared/result';
import type { Mount } from '../http/call.ts';
import type { ChecksRegistrations } from './registration-checker.ts';

/** The provider's own registrations. */
export function mountRegistrations(mount: Mount, checker: ChecksRegistrations): void {
  mount(checkRegistrations, async () => ok(await checker.check()));
}
