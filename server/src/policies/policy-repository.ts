import type { PasswordMethod } from '@latchkey/shared/invitations/method';

/** Whether a method that keeps passwords may be used. A method nobody has touched has no row, and is off. */
export interface StoredPolicy {
  readonly method: PasswordMethod;
  readonly on: boolean;
  readonly changedAt: string;
  readonly changedBy: string;
}

export interface PolicyReads {
  all(): Promise<readonly StoredPolicy[]>;
  find(method: PasswordMethod): Promise<StoredPolicy | undefined>;
}

export interface PolicyRepository extends PolicyReads {
  put(policy: StoredPolicy): Promise<void>;
}
