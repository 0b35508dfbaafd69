import type { Diagnosis } from '@latchkey/shared/errors/doctor/diagnose';
import type { InvitationView } from '@latchkey/shared/api/invitations';
import type { StandingKey } from '@latchkey/shared/invitations/standing';
import type { PermissionLine } from '@latchkey/shared/permissions/check';
import type { ConsentDiff } from '@latchkey/shared/permissions/consent-diff';
import type { PermissionProfile } from '@latchkey/shared/permissions/profile';
import type { Verdict } from '@latchkey/shared/validation/verdict';
import type { PageWords } from '@latchkey/shared/words/page-words';
import type { ChosenLanguage, CustomerLanguage } from '@latchkey/shared/words/customer-language';
import type { Paths } from './paths.ts';

/** Pages that can be loaded again without an effect. */
export const switchPages = ['landing', 'invitation', 'result'] as const;
export type SwitchPage = (typeof switchPages)[number];

type ServiceKind = InvitationView['order']['kind'];

/** What every page needs beside its own model: the language, the provider and where the files lie. */
export interface PageContext {
  /** Where the page leads to. */
  readonly paths: Paths;
  readonly language: CustomerLanguage;
  readonly words: PageWords;
  readonly providerName: string;
  readonly assets: AssetAddresses;
  readonly brand: BrandLook;
  /** Where somebody stands again after choosing another language; null on a page that is good once, or that names no invitation. */
  readonly here: SwitchPage | null;
  /** The moment the page is made, ISO 8601, UTC: a proof that has aged is not shown as one. */
  readonly now: string;
}

/** Addresses of what an Admin chose for the pages; null where ours stays. */
export interface BrandLook {
  readonly style: string | null;
  readonly logo: string | null;
}

/** Addresses of the files that the pages link to. */
export interface AssetAddresses {
  readonly styles: readonly string[];
  readonly script: string;
  readonly icon: string;
}

/** Whose invitation it is. Only shown to somebody who holds its link. */
export interface InvitationFacts {
  /** Names it in the addresses of its pages. */
  readonly id: string;
  /** The customer's full name. */
  readonly organization: string;
  /** Who of the provider made it: whom to ask. */
  readonly sender: string;
  /** Domain, or the tenant id where no domain is known. */
  readonly tenant: string;
  /** In which the customer is written to. */
  readonly language: ChosenLanguage;
  /** The provider's own reference; null when there is none. */
  readonly reference: string | null;
}

/** GET /i, and the answer to POST /i/code when the code was not taken. */
export interface LandingPage {
  readonly page: 'landing';
  /** Null on GET /i. After a code that was not taken: what was typed, and why not. */
  readonly code: { readonly typed: string; readonly refused: 'unknown' | 'renewed' | 'malformed' | 'too_many' } | null;
}

/** GET /i/invitation while it can be started. */
export interface InvitationPage {
  readonly page: 'invitation';
  readonly invitation: InvitationFacts;
  readonly service: { readonly kind: ServiceKind; readonly licensedUsers: number };
  readonly profile: PermissionProfile;
  /** Application id of the consent app: by it the customer finds the app in their tenant. */
  readonly appId: string;
  /** What this consent would change, by what was read back last. */
  readonly diff: ConsentDiff;
  readonly expiresAt: string;
  /** Whether somebody has been to Microsoft's page: then it may show an error that never came back. */
  readonly started: boolean;
  /** What the last Start came to, if there was one. */
  readonly before: Extract<StandingKey, keyof PageWords['pages']['invitation']['before']> | null;
}

/** The 200 after POST /i/start and POST /i/approve-organization: a link and a refresh, since a redirected form is blocked. */
export interface LeavingPage {
  readonly page: 'leaving';
  readonly invitation: InvitationFacts;
  /** `authorize` shows the box to tick; `adminconsent` has none. */
  readonly kind: 'authorize' | 'adminconsent';
  /** The whole address at Microsoft. */
  readonly to: string;
}

/** What a consent leaves behind on record, beside the permissions: for the page, and for a mail. */
export interface Receipt {
  /** Application id of the consent app. */
  readonly appId: string;
  readonly tenantId: string;
  /** The app's own object in the customer's tenant; null until it was read. */
  readonly registrationObjectId: string | null;
  /** When the consent last changed; null where it was never seen to. */
  readonly approvedAt: string | null;
}

/**
 * GET /i/result after a consent. The page reads the verdict itself: "Done, and proved" for working and degraded,
 * box not ticked, settling, or what else must be done. Nobody can ask it for a green page.
 */
export interface ConsentResultPage {
  readonly page: 'consent_result';
  readonly invitation: InvitationFacts;
  readonly service: { readonly kind: ServiceKind };
  readonly verdict: Verdict;
  readonly permissions: readonly PermissionLine[];
  readonly receipt: Receipt;
  /** Who consented, as they signed in; null when the reader may be somebody else, who is then not addressed as the one who did. */
  readonly account: string | null;
  /** Whether the proof is mailed, too: to the address that the link was mailed to, which the page does not name. */
  readonly isMailed: boolean;
}

/** The answer to POST /i/guide: the one-time code for the reader's own extension stands in its head. */
export interface GuidePage {
  readonly page: 'guide';
  readonly invitation: InvitationFacts;
  readonly oneTimeCode: string;
  /** Application id of the consent app. */
  readonly appId: string;
  /** The whole address of the registration's Permissions page; null until the registration was read. */
  readonly permissionsPage: string | null;
}

/** A fault of Microsoft's as it is told: the cause, and the ids by which Microsoft finds it. */
export interface ToldError {
  readonly diagnosis: Diagnosis;
  /** As Microsoft writes it; null where only the line broke. */
  readonly code: string | null;
  readonly correlationId: string | null;
  readonly requestId: string | null;
  readonly timestamp: string | null;
}

/** The answer to POST /i/error where nothing moved. A text proves nothing, so there is no good outcome. */
export interface PastedErrorPage {
  readonly page: 'pasted_error';
  readonly invitation: InvitationFacts;
  /** `refused`: it carried the code of a sign-in, and was not read. */
  readonly outcome: 'refused' | 'nothing' | ToldError;
  readonly mayStart: boolean;
}

/** The account belongs to another organisation than the one invited. */
export interface WrongTenantPage {
  readonly page: 'wrong_tenant';
  readonly invitation: InvitationFacts;
  readonly signedInTo: { readonly account: string | null; readonly tenantId: string | null };
  readonly error: ToldError | null;
}

/** How else it can end. */
export type EndingKey = keyof PageWords['pages']['endings'];

export interface EndingPage {
  readonly page: 'ending';
  readonly ending: EndingKey;
  /** Null for who holds no valid link: such a page names nobody. */
  readonly invitation: InvitationFacts | null;
  /** What Microsoft said, where it is known. */
  readonly error: ToldError | null;
  /** Whether this browser holds the visit and the invitation can be started: only then a button to go on is offered. */
  readonly mayStart: boolean;
  /** Whether a consent is on record there and not proved: then the way on is to approve once more, for the organisation. */
  readonly mayApprove: boolean;
  /** Of an expired one: whether a new one may be asked for here, or since when it is. Null elsewhere. */
  readonly newOne: 'may_ask' | { readonly askedAt: string } | null;
  /** Our request id, for whoever is asked for help; null when it would say nothing. */
  readonly reference: string | null;
}

/** Every page that a customer's admin can meet here. */
export type Page =
  | LandingPage
  | InvitationPage
  | LeavingPage
  | ConsentResultPage
  | GuidePage
  | PastedErrorPage
  | WrongTenantPage
  | EndingPage;
