import type { Clock } from '../clock.ts';
import type { LinkKeys } from '../sealing/link-keys.ts';
import type { Store } from '../storage/store.ts';
import type { ValidatesConnections } from '../validation/validate-connection.ts';
import { createAgainInviter } from './invite-again.ts';
import { createLackingLister } from './list-lacking.ts';
import type { PermissionServices } from './permission-routes.ts';
import { createConsentDiffReader } from './read-consent-diff.ts';
import { createProfileSaver } from './save-profile.ts';

/** Permission profiles: making them, what a consent would change, and who must approve again. */
export function openPermissions(settings: {
  readonly store: Store;
  readonly validator: ValidatesConnections;
  readonly linkKeys: LinkKeys;
  readonly invitationDays: number;
  readonly now: Clock;
}): PermissionServices {
  const { store, validator } = settings;
  const lacking = createLackingLister(store.read);
  return {
    validator,
    reads: store.read,
    saver: createProfileSaver(settings),
    diffs: createConsentDiffReader(store.read),
    lacking,
    again: createAgainInviter({ ...settings, lacking }),
  };
}
