import { timingSafeEqual } from 'node:crypto';
import type { Registration } from '../../directory/records.ts';
import { done, refuse, type Outcome } from '../errors.ts';

type Form = Readonly<Record<string, string | undefined>>;

/** Client id and secret: from the form, or from a Basic header. */
export function clientCredentials(form: Form, authorization: string | undefined) {
  const basic = /^Basic (.+)$/i.exec(authorization ?? '')?.[1];
  if (basic === undefined) return { clientId: form['client_id'], secret: form['client_secret'] };
  const [id = '', secret = ''] = Buffer.from(basic, 'base64').toString().split(':');
  return { clientId: decodeURIComponent(id), secret: decodeURIComponent(secret) };
}

function equal(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** Checks the credentials that were sent. None sent is no error yet: it depends on the grant. */
export function proveClient(
  client: Registration,
  form: Form,
  secret: string | undefined,
  now: number,
): Outcome<boolean> {
  const { clientId } = client;
  // No registration here has a certificate, so no assertion can be right.
  if (form['client_assertion'] !== undefined) return refuse(700027, { client: clientId });
  if (secret === undefined) return done(false);
  if (client.secrets.length === 0) return refuse(700025);
  const known = client.secrets.find(({ value }) => equal(value, secret));
  if (!known) return refuse(7000215, { client: clientId });
  return known.expiresAt > now ? done(true) : refuse(7000222, { client: clientId });
}
