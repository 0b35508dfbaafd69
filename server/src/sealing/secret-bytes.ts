/**
 * A secret of which no text is ever made: bytes that are overwritten once they have done their work. Printing, logging or serialising
 * shows a placeholder. What Node itself copied on the way (a request's body, a socket's buffer) is beyond it: see SECURITY.md.
 */
export class SecretBytes {
  readonly #bytes: Buffer;
  private constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }
  /** Takes the bytes over: nobody else may hold on to them. */
  static own(bytes: Uint8Array): SecretBytes {
    return new SecretBytes(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  }
  /** Of what arrived as text; the text itself cannot be overwritten, only dropped. */
  static copy(text: string): SecretBytes {
    // Not out of Node's shared pool: there the bytes would stand beside other people's.
    const bytes = Buffer.alloc(Buffer.byteLength(text));
    bytes.write(text);
    return new SecretBytes(bytes);
  }
  /** The bytes themselves, until they are wiped. A test lists the files that may ask for them. */
  reveal(): Buffer {
    return this.#bytes;
  }
  wipe(): void {
    this.#bytes.fill(0);
  }
  toString(): string {
    return '[secret]';
  }
  toJSON(): string {
    return '[secret]';
  }
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return '[secret]';
  }
}
