import { checkPermissionsOfConnection } from '@latchkey/shared/api/connections';
import {
  listPermissionProfiles,
  readConsentDiff,
  readProfileChange,
  savePermissionProfile,
} from '@latchkey/shared/api/permissions';
import {
  changeProfile,
  inviteAgain,
  listLackingCustomers,
  readPendingBefore,
} from '@latchkey/shared/api/approve-again';
import { ok } from '@latchkey/shared/result';
import { actorOf, type Mount } from '../http/call.ts';
import type { Reads } from '../storage/store.ts';
import type { ValidatesConnections } from '../validation/validate-connection.ts';
import { validationView } from '../validation/validation-view.ts';
import { listProfiles } from './find-profile.ts';
import type { InvitesAgain } from './invite-again.ts';
import type { ListsLackingCustomers } from './list-lacking.ts';
import type { ReadsConsentDiffs } from './read-consent-diff.ts';
import type { SavesProfiles } from './save-profile.ts';

export interface PermissionServices {
  readonly validator: ValidatesConnections;
  readonly reads: Reads;
  readonly saver: SavesProfiles;
  readonly diffs: ReadsConsentDiffs;
  readonly lacking: ListsLackingCustomers;
  readonly again: InvitesAgain;
}

/** Step 8, required against granted, and the profiles by which that is judged. */
export function mountPermissions(mount: Mount, services: PermissionServices): void {
  const { validator, reads, saver, diffs, lacking, again } = services;
  // It is the same run as a validation, so that neither can say what the other does not see.
  mount(checkPermissionsOfConnection, async ({ params, operator, requestId }) => {
    const context = { kind: 'checked', actor: actorOf(operator), requestId } as const;
    const done = await validator.validate(params.connectionId, context);
    return done.ok ? ok(validationView(done.value)) : done;
  });
  mount(listPermissionProfiles, async () => ok({ profiles: [...(await listProfiles(reads))] }));
  mount(savePermissionProfile, ({ body, operator, requestId }) =>
    saver.save({ ...body, actor: actorOf(operator), requestId }),
  );
  mount(readConsentDiff, ({ params, query }) => diffs.read(params.invitationId, query.profileId));
  mount(readProfileChange, ({ params, query }) => diffs.readFor(params.connectionId, query.profileId));
  mount(readPendingBefore, ({ params, query }) => again.readPending({ ...params, profileId: query.profileId }));
  mount(changeProfile, ({ params, body, operator, requestId, idempotency }) => {
    const { profileId, replacePending } = body;
    return again.change({ ...params, profileId, replacePending, actor: actorOf(operator), requestId, idempotency });
  });
  mount(inviteAgain, ({ params, body, operator, requestId, idempotency }) => {
    const { customerIds, replacePending } = body;
    return again.invite({ ...params, customerIds, replacePending, actor: actorOf(operator), requestId, idempotency });
  });
  mount(listLackingCustomers, ({ params }) => lacking.list(params.profileId));
}
