import { shownName } from '@latchkey/shared/words/shown-name';
import type { RawHandover } from '../session/read-handover.ts';

/** What an invitation's page hands over to the extension, after a click on it. Not believed before a person has confirmed it. */
export interface Handover {
  /** Where the page comes from, by the browser: the code is exchanged there and nowhere else. */
  readonly origin: string;
  readonly host: string;
  readonly provider: string;
  readonly appId: string;
  readonly code: string;
}

const thisMachine = ['localhost', '127.0.0.1'];
const longestName = 120;

/** Reads it, or nothing at all: over https, or on this very machine, and each part as the server writes it. */
export function readHandover(raw: RawHandover | null): Handover | null {
  if (raw === null || !URL.canParse(raw.address)) return null;
  const { protocol, hostname, host, origin } = new URL(raw.address);
  if (protocol !== 'https:' && !(protocol === 'http:' && thisMachine.includes(hostname))) return null;
  const provider = shownName(raw.provider).slice(0, longestName);
  const whole = /^[\w-]{43}$/.test(raw.code) && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(raw.appId);
  return whole && provider !== '' ? { origin, host, provider, appId: raw.appId.toLowerCase(), code: raw.code } : null;
}
