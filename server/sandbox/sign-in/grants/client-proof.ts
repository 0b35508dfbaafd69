import { timingSafeEqual } from 'node:crypto';
import type { Registration } from '../../directory/records.ts';
import { proveByAssertion, type Asserted } from './client-assertion.ts';
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
export async function proveClient(
  client: Registration,
  form: Form,
  secret: string | undefined,
  at: Omit<Asserted, 'assertion' | 'type'>,
): Promise<Outcome<boolean>> {
  const { clientId } = client;
  const assertion = form['client_assertion'];
  if (assertion !== undefined)
    return proveByAssertion(client, { ...at, assertion, type: form['client_assertion_type'] });
  if (secret === undefined) return done(false);
  if (client.secrets.length === 0) return refuse(700025);
  const known = client.secrets.find(({ value }) => equal(value, secret));
  if (!known) return refuse(7000215, { client: clientId });
  return known.expiresAt > at.now ? done(true) : refuse(7000222, { client: clientId });
}
