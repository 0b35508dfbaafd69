import type { RegistrationName } from '@latchkey/shared/api/registrations';
import type { Application, OfferedPermissions } from './application.ts';

/** Why something was not read. `not_found` is said by Microsoft; the others say nothing about what is there. */
export type Unread = 'no_permission' | 'no_token' | 'not_found' | 'unreachable' | 'malformed' | 'not_given';

export type Reading<Value> =
  | { readonly state: 'read'; readonly value: Value }
  | { readonly state: 'unread'; readonly reason: Unread };

/** What was read of the three registrations, and of the resources that a permission profile names. */
export interface ReadRegistrations {
  readonly applications: Readonly<Record<RegistrationName, Reading<Application>>>;
  /** By the resource's application id. */
  readonly resources: ReadonlyMap<string, Reading<OfferedPermissions>>;
  /** The AADSTS number by which Microsoft refused the consent app a token; null where it did not, or nobody asked. */
  readonly refusedBy: number | null;
}

/** Whose registrations are looked for, and where. */
export interface RegistrationsQuestion {
  readonly tenantId: string;
  readonly clientIds: Readonly<Record<RegistrationName, string>>;
  readonly resourceAppIds: readonly string[];
}

export interface ReadsRegistrations {
  read(question: RegistrationsQuestion): Promise<ReadRegistrations>;
}

/** Nothing of it, for one and the same reason. */
export const allUnread = (reason: Unread, refusedBy: number | null = null): ReadRegistrations => ({
  applications: {
    api: { state: 'unread', reason },
    extension: { state: 'unread', reason },
    consent: { state: 'unread', reason },
  },
  resources: new Map(),
  refusedBy,
});
