import { gunzipSync } from 'node:zlib';

/** The forms in which something that was let out would be found again. */
export const forms = ['utf-8', 'utf-16le', 'base64', 'base64url', 'hex', 'url-encoded', 'json', 'gzip'] as const;
export type Form = (typeof forms)[number];

/** One place to be searched: a log, a file, a header. */
export type Places = Readonly<Record<string, string | Uint8Array>>;

/** Where a text was found, and in which form; empty when it is nowhere. */
export function tracesOf(text: string, places: Places): readonly string[] {
  return Object.entries(places).flatMap(([place, content]) =>
    formsIn(Buffer.from(content), text).map((form) => `${place}: ${form}`),
  );
}

function formsIn(content: Buffer, text: string): readonly Form[] {
  const plain = Object.entries(needlesOf(text)).flatMap(([form, needles]) =>
    needles.some((needle) => content.includes(needle)) ? [form as Form] : [],
  );
  const zipped = unzippedIn(content).some((inner) => formsIn(inner, text).length > 0);
  return zipped ? [...plain, 'gzip'] : plain;
}

const needlesOf = (text: string): Record<Exclude<Form, 'gzip'>, readonly (string | Buffer)[]> => ({
  'utf-8': [text],
  'utf-16le': [Buffer.from(text, 'utf16le')],
  base64: middlesOf(text, 'base64'),
  base64url: middlesOf(text, 'base64url'),
  hex: [Buffer.from(text).toString('hex'), Buffer.from(text).toString('hex').toUpperCase()],
  'url-encoded': [encodeURIComponent(text), encodeURIComponent(encodeURIComponent(text))],
  json: [JSON.stringify(text).slice(1, -1)],
});

/** What stays the same of a text inside a longer one that was encoded whole: three ways, by where it begins. */
const middlesOf = (text: string, encoding: 'base64' | 'base64url'): readonly string[] =>
  [0, 1, 2].map((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), Buffer.from(text)]);
    const full = whole.subarray(0, whole.length - (whole.length % 3));
    return full.toString(encoding).slice(before === 0 ? 0 : 4);
  });

const gzipMark = Buffer.from([0x1f, 0x8b, 0x08]);

function unzippedIn(content: Buffer): readonly Buffer[] {
  const found: Buffer[] = [];
  for (let at = content.indexOf(gzipMark); at >= 0; at = content.indexOf(gzipMark, at + 1)) {
    try {
      // What follows the archive in a file is none of its business.
      found.push(gunzipSync(content.subarray(at), { finishFlush: 2 }));
    } catch {
      continue;
    }
  }
  return found;
}
