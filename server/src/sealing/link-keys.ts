/** Derives the token and the typed code of an invitation's link from the key ring, so that neither needs to be kept. */
export interface LinkKeys {
  /** The key that new links are made with. */
  readonly currentKeyId: string;
  /** The link token (base64url); undefined when the ring no longer holds the key. */
  token(link: { readonly keyId: string; readonly invitationId: string; readonly version: number }): string | undefined;
  /** The typed code: 16 characters of Crockford's base32 in groups of four. */
  typedCode(link: {
    readonly keyId: string;
    readonly invitationId: string;
    readonly version: number;
  }): string | undefined;
}
