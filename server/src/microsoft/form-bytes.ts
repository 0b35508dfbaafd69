/** A field of a form: a text, or bytes of which no text may be made. */
type Field = readonly [name: string, value: string | Uint8Array];

/** A form body as bytes, percent-encoded byte by byte, so that a secret in it never becomes a string. */
export function formBytes(fields: readonly Field[]): Buffer<ArrayBuffer> {
  const parts = fields.flatMap(([name, value], index) => [
    Buffer.from(`${index === 0 ? '' : '&'}${encodeURIComponent(name)}=`),
    percentEncoded(typeof value === 'string' ? Buffer.from(value) : value),
  ]);
  const body = Buffer.concat(parts);
  for (const part of parts) part.fill(0);
  return body;
}

const hex = Buffer.from('0123456789ABCDEF');
const isPlain = (byte: number): boolean =>
  (byte >= 0x30 && byte <= 0x39) ||
  (byte >= 0x41 && byte <= 0x5a) ||
  (byte >= 0x61 && byte <= 0x7a) ||
  byte === 0x2d ||
  byte === 0x2e ||
  byte === 0x5f ||
  byte === 0x7e;

function percentEncoded(value: Uint8Array): Buffer {
  // Not out of Node's shared pool: it is wiped, and nobody else may stand in it.
  const encoded = Buffer.alloc(value.length * 3);
  let length = 0;
  for (const byte of value) {
    if (isPlain(byte)) {
      encoded[length++] = byte;
    } else {
      encoded[length++] = 0x25;
      encoded[length++] = hex[byte >> 4] ?? 0;
      encoded[length++] = hex[byte & 15] ?? 0;
    }
  }
  return encoded.subarray(0, length);
}
