import type { Configuration } from '@latchkey/shared/api/configuration';
import type { GuideView } from '@latchkey/shared/api/guides';
import type { CustomerView } from '@latchkey/shared/api/customers';
import type { InvitationView } from '@latchkey/shared/api/invitations';
import type { SessionView } from '@latchkey/shared/api/session';
import type { Language } from '@latchkey/shared/words/words';
import { storedItem } from './stored-item.ts';

/** The API's session, and for whom. */
export interface KeptSession {
  readonly session: string;
  /** The API that gave it; it goes nowhere else. */
  readonly origin: string;
  readonly view: SessionView;
}

/** What the popup shows before the server has answered, and while it does not. */
export interface SavedList {
  readonly at: string;
  readonly items: readonly InvitationView[];
  readonly total: number;
}

/** The provider's own console, as the API told of it: its name, where it is, how its addresses name a customer. */
export type ProviderConsole = NonNullable<Configuration['console']>;

/** What the server last said of a customer that the console's address names. */
export interface SavedConsoleCustomer {
  readonly customer: CustomerView | null;
  readonly readAt: string;
}

/** The form of Add New Customer as far as it is filled in, with the key of its last try. */
export interface CustomerDraft {
  readonly fullName: string;
  readonly shortName: string;
  readonly licenceType: string;
  readonly licensedUsers: string;
  readonly tenant: string;
  readonly language: string;
  readonly reference: string;
  readonly days: string;
  readonly sent: { readonly key: string; readonly content: string } | null;
}

/** What was asked for with the shortcut or the menu of the toolbar button, in one tab. */
export interface ToolbarMoment {
  readonly tabId: number;
  readonly what: 'validating' | 'validated';
  /** Null while nobody knows whose tenant it is. */
  readonly customer: string | null;
  /** It says nothing any more from then on, milliseconds since the epoch. */
  readonly until: number;
}

/** The guide that a person is being led through, and for which invitation. Where they are in it is read from the page and the server. */
export interface ActiveGuide {
  readonly guide: 'check-permissions';
  readonly invitationId: string;
  /** By this machine's clock: which guide it is, when the same is opened again. */
  readonly startedAt: number;
}

/** When the server answered a check that a guide asked for, by its clock. */
export interface GuideCheck {
  readonly startedAt: number;
  readonly checkedAt: string | null;
}

/** A guest's session: for the guide of one invitation, at the API that gave it. */
export interface KeptGuestSession {
  readonly session: string;
  readonly origin: string;
  readonly invitationId: string;
  readonly endsAt: string;
}

/** Where the card of the overlay stands. */
export interface OverlayPlace {
  readonly corner: 'end-bottom' | 'start-bottom' | 'start-top' | 'end-top';
  readonly small: boolean;
}

/**
 * Everything that the extension remembers, in one list. No token of Microsoft is ever here. What names a customer or lets
 * somebody in is in `session:` only, which the browser keeps in memory and forgets when it closes; `local:` is on disk.
 */
export const keptSession = storedItem<KeptSession | null>('session:api-session', null);
/** Why nobody is signed in, when the server has ended the session. */
export const sessionEnding = storedItem<'ended' | null>('session:ending', null);
export const savedPending = storedItem<SavedList | null>('session:pending', null);
export const savedTenants = storedItem<Readonly<Record<string, CustomerView | null>>>('session:tenants', {});
/** Whose sign-in the side panel stands beside; null lets it take the newest that was started. */
export const panelInvitation = storedItem<string | null>('session:panel-invitation', null);
export const toolbarMoment = storedItem<ToolbarMoment | null>('session:toolbar-moment', null);
export const customerDraft = storedItem<CustomerDraft | null>('session:customer-draft', null);
export const guestSession = storedItem<KeptGuestSession | null>('session:guest-session', null);
/** What the server last said of the active guide. */
export const savedGuide = storedItem<GuideView | null>('session:guide', null);
/** On disk, so that it goes on after the browser was closed: an id of ours, which opens nothing. */
export const activeGuide = storedItem<ActiveGuide | null>('local:active-guide', null);
/** Beside the guide and not in it, so that a check that ends behind the guide does not open it again. */
export const guideCheck = storedItem<GuideCheck | null>('local:guide-check', null);
export const overlayPlace = storedItem<OverlayPlace>('local:overlay-place', { corner: 'end-bottom', small: false });
export const savedConsoleCustomers = storedItem<Readonly<Record<string, SavedConsoleCustomer>>>(
  'session:console-customers',
  {},
);
/** When somebody on the provider's console last asked for a validation, in milliseconds since the epoch. */
export const lastConsoleValidation = storedItem<number>('session:console-validation', 0);
export const providerConsole = storedItem<ProviderConsole | null>('local:provider-console', null);
export const apiOrigin = storedItem<string>('local:api-origin', 'http://127.0.0.1:8787');
/** Null follows the browser's own language. */
export const language = storedItem<Language | null>('local:language', null);
