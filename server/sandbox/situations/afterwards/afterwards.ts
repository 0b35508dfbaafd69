import type { DirectoryRoleName } from '../../directory/roles.ts';
import type { PolicyName } from '../../sign-in/policy-errors.ts';
import type { GraphFault, TokenFault } from '../../world/faults.ts';

/** Resources of Microsoft's that a tenant may have, lack, or have switched off. */
export type ServiceName = 'Microsoft Graph' | 'Teams administration';

/** A fault, and how often it hits; as often as one asks where nothing is said. */
type Often<Fault> = Fault & { readonly times?: number };

/** What becomes true in the customer's tenant, and at the provider's registration, once the consent was given. */
export interface Afterwards {
  /** So much time goes by first. */
  readonly days?: number;
  /** The account that consented. */
  readonly account?: 'disabled' | 'deleted' | 'signed out by an administrator';
  /** Its directory roles from now on. */
  readonly roles?: {
    readonly active: readonly DirectoryRoleName[];
    readonly eligible?: readonly DirectoryRoleName[];
  };
  /** Directory roles that an administrator gives the registration itself. */
  readonly applicationRoles?: readonly DirectoryRoleName[];
  /** What the tenant asks of whoever signs in. */
  readonly policies?: readonly PolicyName[];
  readonly registration?:
    | 'disabled'
    | 'disabled, and the sign-in service does not know it yet'
    | 'disabled by Microsoft'
    | 'only for the assigned'
    | 'deleted';
  readonly services?: Readonly<Partial<Record<ServiceName, 'disabled' | 'absent' | 'not bought'>>>;
  readonly grants?:
    | 'withdrawn'
    | 'withdrawn as soon as the next token is given'
    /** The administrator unticks single permissions. */
    | { readonly without: readonly string[] }
    | { readonly surplus: number }
    /** An administrator takes single app roles away from the registration. */
    | { readonly withoutRoles: readonly string[] };
  /** What becomes of the provider's own secret. `its id` stands in the file in place of the value. */
  readonly secret?: 'expired' | 'replaced' | 'its id';
  /** What becomes of the provider's certificate. `replaced`: another one was uploaded in its place. */
  readonly certificate?: 'expired' | 'replaced';
  readonly graph?: readonly Often<GraphFault>[];
  readonly token?: readonly Often<TokenFault>[];
}
