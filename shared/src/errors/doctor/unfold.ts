import { longestPaste } from './longest-paste.ts';

const rounds = 3;

/**
 * A text with its wrappings taken off: quoted-printable mail, percent-encoded addresses, JSON strings, HTML, odd spaces. In linear
 * time: every step walks over the text once and makes it no longer, and there are few of them.
 */
export function unfold(text: string): string {
  let open = unfoldMail(text.slice(0, longestPaste)).normalize('NFKC').slice(0, longestPaste);
  for (let round = 0; round < rounds; round += 1) {
    const next = unfoldJson(unfoldHtml(unfoldAddress(open)));
    if (next === open) break;
    open = next;
  }
  return open
    .replace(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, '')
    .replace(/\+(?!\d\d:?\d\d)|(?<=-\d\d)\+/g, ' ');
}

/** `=3D` stands in every mail of that encoding that has an address or a tag in it; without it, an equals sign is one. */
function unfoldMail(text: string): string {
  if (!text.includes('=3D')) return text;
  return unfoldAddress(text.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/g, '%$1'));
}

const unfoldAddress = (text: string): string => text.replace(/(?:%[0-9a-f]{2})+/gi, decoded);

function decoded(run: string): string {
  try {
    return decodeURIComponent(run);
  } catch {
    // Not UTF-8: what is plain ASCII in it is still worth reading.
    return run.replace(/%[2-7][0-9a-f]/gi, (one) => String.fromCharCode(Number.parseInt(one.slice(1), 16)));
  }
}

const entities: Readonly<Record<string, string>> = { amp: '&', quot: '"', apos: "'", lt: '<', gt: '>', nbsp: ' ' };

const unfoldHtml = (text: string): string =>
  text
    .replace(/&(amp|quot|apos|lt|gt|nbsp);/g, (_whole, name: string) => entities[name] ?? '')
    .replace(/&#(\d{1,6});/g, (whole, digits: string) => character(Number(digits)) ?? whole)
    .replace(/&#x([0-9a-f]{1,5});/gi, (whole, digits: string) => character(Number.parseInt(digits, 16)) ?? whole);

const character = (point: number): string | undefined =>
  point >= 0x20 && point <= 0xffff ? String.fromCharCode(point) : undefined;

const unfoldJson = (text: string): string =>
  text
    .replace(/\\u([0-9a-f]{4})/gi, (_whole, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
    .replace(/\\[rnt]/g, '\n')
    .replace(/\\(["'/\\])/g, '$1');
