import type { DirectoryRoleName } from '../directory/roles.ts';
import type { Afterwards } from './afterwards/afterwards.ts';

/** How a sandbox can be made to lie, so that a test can see whether the product believes it. */
export const lies = ['no-grants', 'wrong-tenant', 'old-token', 'redirect-only'] as const;
export type Lie = (typeof lies)[number];

/** What the person who acts the administrator in a walk does on the consent page. */
type AdminDoes =
  | 'approves'
  | 'leaves the box'
  | 'declines'
  /** Signs in, and reads on Microsoft's page why that is not enough. */
  | 'is kept by Microsoft'
  /** Cannot answer the second factor. */
  | 'has no telephone'
  /** May not consent, and asks the reviewer. */
  | 'requests approval';

/** One person of the customer's tenant. Names and passwords come from the seed, never from here. */
export interface PersonInSituation {
  /** Names the person inside the situation; the seed is drawn under it. */
  readonly key: string;
  readonly roles: readonly DirectoryRoleName[];
  /** Roles that the person may activate, and has not. */
  readonly eligibleRoles?: readonly DirectoryRoleName[];
  /** Has to answer a second factor at every sign-in of a new session. */
  readonly mfa: boolean;
  readonly adminDoes?: AdminDoes;
  /** What the person does with a request for consent in the portal. */
  readonly reviewerDoes?: 'approves' | 'denies';
}

/**
 * The truth of one customer's tenant, as data. What the product must say about it never stands here:
 * that belongs beside the tests.
 */
export interface Situation {
  readonly name: string;
  readonly customer: {
    readonly name: string;
    readonly domain: string;
    /** The first part of the tenant's onmicrosoft.com name; digits from the seed follow it. */
    readonly initialName: string;
    readonly country: string;
    /** The administrator who acts in a walk stands first. */
    readonly people: readonly PersonInSituation[];
    readonly policies: {
      /** False: nobody but an administrator may consent to anything. */
      readonly usersMayConsent: boolean;
      /** The admin consent workflow: who may not consent can ask those who may. Off where nothing is said. */
      readonly consentRequests?: boolean;
    };
    /** Enterprise applications that were there before. */
    readonly otherApplications: readonly string[];
    /** Another tenant of the same owner, whose people can be mistaken for the customer's. */
    readonly sister?: {
      readonly name: string;
      readonly domain: string;
      readonly initialName: string;
      readonly country: string;
      readonly people: readonly PersonInSituation[];
    };
  };
  /** The customer consented to the provider's registration long before anybody is invited. */
  readonly consentedBefore?: true;
  /** What the provider's registration asks for; scopes where nothing is said. */
  readonly asksFor?: 'app roles';
  /** The provider's registration proves itself by a certificate that ends so; by its secret where nothing is said. */
  readonly certificate?: { readonly endsInDays: number };
  /** What becomes true once the consent was given; nothing where nothing is said. */
  readonly afterwards?: Afterwards;
  readonly faults: {
    /** For so long after a consent Graph does not show it. */
    readonly settlingSeconds: number;
    /** Microsoft's clock is so far ahead of ours; less than nothing where it is behind. */
    readonly clockSeconds?: number;
    readonly lie?: Lie;
  };
}
