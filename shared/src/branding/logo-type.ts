/** Pictures that hold no script; SVG is none of them. */
export const logoTypes = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/webp': 'webp' } as const;
export type LogoType = keyof typeof logoTypes;

/** As large as a logo may be, in bytes. */
const largestLogo = 24_000;

const startsWith = (bytes: Uint8Array, at: number, ...expected: readonly number[]): boolean =>
  expected.every((byte, index) => bytes[at + index] === byte);

/** What a file is, by its first bytes and by nothing that anybody says of it; undefined where it is none of ours, or too large. */
export function logoTypeOf(bytes: Uint8Array): LogoType | undefined {
  if (bytes.length > largestLogo) return undefined;
  if (startsWith(bytes, 0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  if (startsWith(bytes, 0, 0xff, 0xd8, 0xff)) return 'image/jpeg';
  const isRiff = startsWith(bytes, 0, 0x52, 0x49, 0x46, 0x46);
  return isRiff && startsWith(bytes, 8, 0x57, 0x45, 0x42, 0x50) ? 'image/webp' : undefined;
}
