import { randomBytes } from 'node:crypto';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** What an id belongs to; the prefix says it. */
export type IdPrefix = 'cus' | 'svc' | 'inv' | 'con' | 'val' | 'sta' | 'wrk' | 'run' | 'mai' | 'imp';

/** A new id: its prefix, ten characters of time (so that newer sorts after older), sixteen of chance. */
export function mintId(prefix: IdPrefix, now: Date): string {
  const chance = [...randomBytes(16)].map((byte) => alphabet[byte % 32]).join('');
  return `${prefix}_${timePart(now.getTime())}${chance}`;
}

function timePart(milliseconds: number): string {
  let rest = milliseconds;
  let text = '';
  for (let place = 0; place < 10; place += 1) {
    text = `${alphabet[rest % 32] ?? '0'}${text}`;
    rest = Math.floor(rest / 32);
  }
  return text;
}
