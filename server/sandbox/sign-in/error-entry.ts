/** One error of Entra's sign-in service. */
export interface ErrorEntry {
  /** The OAuth error, which is the contract; the number is for people. */
  readonly error: string;
  readonly status: 400 | 401;
  readonly suberror?: string;
  /** Whether the error travels back to the application. Without a source it stays on Microsoft's own page. */
  readonly redirects: 'no' | 'yes' | 'from admin consent';
  /** Where `redirects` is known from. */
  readonly source: string;
  readonly says: string;
}
