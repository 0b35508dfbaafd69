import { gunzipSync } from 'node:zlib';

/** One place to be searched: a log, a file, the headers of an answer. */
export type Places = Readonly<Record<string, string | Uint8Array>>;

/** Where a text was found, and in which form; empty when it is nowhere, however it was written. */
export function tracesOf(text: string, places: Places): readonly string[] {
  const needles = needlesOf(text);
  return Object.entries(places).flatMap(([place, content]) =>
    formsIn(Buffer.from(content), needles).map((form) => `${place}: ${form}`),
  );
}

type Needles = Readonly<Record<string, readonly (string | Buffer)[]>>;

function needlesOf(text: string): Needles {
  const other = (written: readonly string[]) => written.filter((needle) => needle !== text);
  const hex = Buffer.from(text).toString('hex');
  return {
    'utf-8': [text],
    'utf-16le': [Buffer.from(text, 'utf16le')],
    base64: [...middlesOf(text, 'base64'), ...middlesOf(text, 'base64url')],
    hex: [hex, hex.toUpperCase()],
    'url-encoded': other([encodeURIComponent(text), encodeURIComponent(encodeURIComponent(text))]),
    json: other([JSON.stringify(text).slice(1, -1)]),
  };
}

/** What stays the same of a text inside a longer one that was encoded whole: three ways, by where it begins. */
const middlesOf = (text: string, encoding: 'base64' | 'base64url'): readonly string[] =>
  [0, 1, 2].map((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), Buffer.from(text)]);
    const triples = whole.subarray(0, whole.length - (whole.length % 3));
    return triples.toString(encoding).slice(before === 0 ? 0 : 4);
  });

function formsIn(content: Buffer, needles: Needles): readonly string[] {
  const plain = Object.keys(needles).filter((form) => needles[form]?.some((needle) => content.includes(needle)));
  const isZipped = unzippedIn(content).some((inner) => formsIn(inner, needles).length > 0);
  return isZipped ? [...plain, 'gzip'] : plain;
}

const gzipMark = Buffer.from([0x1f, 0x8b, 0x08]);
/** Z_SYNC_FLUSH: an archive that is cut off gives what there is. */
const finishFlush = 2;

function unzippedIn(content: Buffer): readonly Buffer[] {
  const found: Buffer[] = [];
  for (let at = content.indexOf(gzipMark); at >= 0; at = content.indexOf(gzipMark, at + 1)) {
    try {
      found.push(gunzipSync(content.subarray(at), { finishFlush }));
    } catch {
      // Three bytes that look like the beginning of an archive and are none.
    }
  }
  return found;
}
