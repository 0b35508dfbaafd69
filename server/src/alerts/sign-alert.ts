import { createHmac } from 'node:crypto';
import type { Secret } from '../sealing/secret.ts';

const prefix = 'whsec_';

/**
 * The headers by which a receiver knows that an alert is ours, untouched and young, as standardwebhooks.com describes them: HMAC-SHA256
 * over id, time and body. A secret that begins with `whsec_` is Base64, as the libraries make them.
 */
export function signatureHeaders(
  secret: Secret,
  { id, seconds, body }: { readonly id: string; readonly seconds: number; readonly body: string },
): Readonly<Record<string, string>> {
  const text = secret.reveal();
  const key = text.startsWith(prefix) ? Buffer.from(text.slice(prefix.length), 'base64') : Buffer.from(text, 'utf8');
  const signature = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': String(seconds), 'webhook-signature': `v1,${signature}` };
}
