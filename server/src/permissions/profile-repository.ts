import type { PermissionProfile } from '@latchkey/shared/permissions/profile';

/** One version of a profile that the provider made. It never changes. */
export interface StoredProfile {
  readonly profile: PermissionProfile;
  readonly madeAt: string;
  readonly madeBy: string;
}

export interface ProfileReads {
  find(id: string, version: number): Promise<StoredProfile | undefined>;
  /** The newest version of one profile. */
  findNewest(id: string): Promise<StoredProfile | undefined>;
  /** The newest version of each, by id. */
  listNewest(): Promise<readonly StoredProfile[]>;
  /** The ids of those by which connections stand or invitations wait, whoever made them. */
  listInUse(): Promise<readonly string[]>;
}

export interface ProfileRepository extends ProfileReads {
  /** False when there is that version already. */
  add(stored: StoredProfile): Promise<boolean>;
}
