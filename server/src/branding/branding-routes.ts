import { readBranding, saveBranding } from '@latchkey/shared/api/branding';
import { ok } from '@latchkey/shared/result';
import { actorOf, type Mount } from '../http/call.ts';
import type { KeepsBranding } from './branding.ts';

/** The provider's look on its pages. */
export function mountBranding(mount: Mount, branding: KeepsBranding): void {
  mount(readBranding, async () => ok(await branding.read()));
  mount(saveBranding, async ({ body, operator, requestId }) =>
    branding.save({ ...body, actor: actorOf(operator), requestId }),
  );
}
