import type { Secret } from './secret.ts';
import type { SecretBytes } from './secret-bytes.ts';

/** A secret as it may stand in the database: a compact JWE that names its key. */
export type Sealed = string & { readonly sealed: unique symbol };

export interface Sealer {
  /** `owner` (kind and record id) is bound into the ciphertext: a record copied to another owner will not open. */
  seal(secret: Secret | SecretBytes, owner: string): Promise<Sealed>;
  /** Throws `CannotOpen` for another owner's, a changed, or an unknown key's ciphertext. */
  open(sealed: Sealed, owner: string): Promise<Secret>;
  /** The same, of which no text is made; whoever opens it wipes it. */
  openBytes(sealed: Sealed, owner: string): Promise<SecretBytes>;
}

/** What was sealed does not open: another owner, another key, or changed. Nothing more is told. */
export class CannotOpen extends Error {
  override readonly name = 'CannotOpen';
}
