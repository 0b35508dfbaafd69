import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** The files below a folder in which a text stands, however it is written; by their path from there. */
export function filesWith(text: string, folder: string, leftOut: readonly string[] = []): readonly string[] {
  const needles = writtenAs(text);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((path) => !leftOut.some((name) => path.startsWith(name + sep)))
    .filter((path) => standsIn(readFileSync(join(folder, path)), needles))
    .toSorted();
}

/** As it is, and in whatever it may have been wrapped on its way: of base64 what stays the same wherever it begins. */
function writtenAs(text: string): readonly Buffer[] {
  const bytes = Buffer.from(text);
  const base64 = [0, 1, 2].flatMap((shift) => {
    const padded = Buffer.concat([Buffer.alloc(shift), bytes]);
    const whole = padded.subarray(0, padded.length - (padded.length % 3));
    const from = shift === 0 ? 0 : 4;
    return [whole.toString('base64').slice(from), whole.toString('base64url').slice(from)];
  });
  const hex = bytes.toString('hex');
  const texts = [...base64, hex, hex.toUpperCase(), encodeURIComponent(text), JSON.stringify(text).slice(1, -1)];
  return [bytes, Buffer.from(text, 'utf16le'), ...texts.map((each) => Buffer.from(each))];
}

const gzipBegins = Buffer.from([0x1f, 0x8b, 0x08]);

function standsIn(content: Buffer, needles: readonly Buffer[]): boolean {
  if (needles.some((needle) => content.includes(needle))) return true;
  for (let at = content.indexOf(gzipBegins); at >= 0; at = content.indexOf(gzipBegins, at + 1)) {
    const inner = unpacked(content.subarray(at));
    if (inner !== undefined && standsIn(inner, needles)) return true;
  }
  return false;
}

/** What can be unpacked, even of an archive that breaks off; undefined where those three bytes mean nothing. */
function unpacked(archive: Buffer): Buffer | undefined {
  try {
    return gunzipSync(archive, { finishFlush: 2 });
  } catch {
    return undefined;
  }
}
