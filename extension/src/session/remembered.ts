import type { CustomerView } from '@latchkey/shared/api/customers';
import type { InvitationView } from '@latchkey/shared/api/invitations';
import type { SessionView } from '@latchkey/shared/api/session';
import type { Language } from '@latchkey/shared/words/words';
import { storage } from '@wxt-dev/storage';

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

/** The form of Add New Customer as far as it is filled in, with the key of its last try. */
export interface CustomerDraft {
  readonly fullName: string;
  readonly shortName: string;
  readonly licenceType: string;
  readonly licensedUsers: string;
  readonly tenant: string;
  readonly sent: { readonly key: string; readonly content: string } | null;
}

/**
 * Everything that the extension remembers, in one list. No token of Microsoft is ever here. What names a customer or lets
 * somebody in is in `session:` only, which the browser keeps in memory and forgets when it closes; `local:` is on disk.
 */
export const keptSession = storage.defineItem<KeptSession | null>('session:api-session', { fallback: null });
/** Why nobody is signed in, when the server has ended the session. */
export const sessionEnding = storage.defineItem<'ended' | null>('session:ending', { fallback: null });
export const savedPending = storage.defineItem<SavedList | null>('session:pending', { fallback: null });
export const savedTenants = storage.defineItem<Readonly<Record<string, CustomerView | null>>>('session:tenants', {
  fallback: {},
});
export const customerDraft = storage.defineItem<CustomerDraft | null>('session:customer-draft', { fallback: null });
export const apiOrigin = storage.defineItem<string>('local:api-origin', { fallback: 'http://127.0.0.1:8787' });
/** Null follows the browser's own language. */
export const language = storage.defineItem<Language | null>('local:language', { fallback: null });
