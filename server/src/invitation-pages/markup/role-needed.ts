import { actsAs } from '@latchkey/shared/permissions/acts-as';
import { leastRole, type ConsentPage } from '@latchkey/shared/permissions/consent-diff';
import type { PermissionProfile } from '@latchkey/shared/permissions/profile';
import type { PageWords } from '@latchkey/shared/words/page-words';

/** Which of Microsoft's pages Start leads to: an application is approved where there is no box. */
export const consentPageOf = (profile: PermissionProfile): ConsentPage =>
  actsAs(profile) === 'application' ? 'no_box' : 'box';

/** Microsoft's name of the least role that can approve all of a profile. */
export const roleNeeded = (profile: PermissionProfile, words: PageWords): string =>
  words.directoryRoles[leastRole(profile, consentPageOf(profile))];
