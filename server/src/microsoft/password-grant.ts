import { originOf } from '@latchkey/shared/clouds/cloud';
import * as z from 'zod/mini';
import type { Clock } from '../clock.ts';
import type { TokenAnswer } from '../consent/sign-in.ts';
import { assertionType, proveClient, type ClientProof, type ClientProofSettings } from './client-proof.ts';
import type { ProvesPasswords } from '../passwords/proves-passwords.ts';
import { Secret } from '../sealing/secret.ts';
import { retryAfterSeconds } from './answers.ts';
import { NoAnswer, type CloudFetch } from './cloud-fetch.ts';
import { formBytes } from './form-bytes.ts';
import { notIssued } from './token-answer.ts';
import { TokenRefusalBody, type TokenExchange } from './token-network.ts';

const Tokens = z.object({
  access_token: z.string().check(z.minLength(1)),
  id_token: z.string().check(z.minLength(1)),
  refresh_token: z.optional(z.string().check(z.minLength(1))),
});

const what = 'token: password';

const proofFields = (proof: ClientProof): readonly (readonly [string, string])[] =>
  'secret' in proof
    ? [['client_secret', proof.secret]]
    : [
        ['client_assertion_type', assertionType],
        ['client_assertion', proof.assertion],
      ];

export interface PasswordGrantSettings extends ClientProofSettings {
  readonly fetch: CloudFetch;
}

/**
 * The password grant, which RFC 9700 forbids for new clients: the one place in which it stands. Not through MSAL, which makes strings of
 * the password and may send it again; here it is bytes, sent once, wiped after.
 */
export function createPasswordGrant(settings: PasswordGrantSettings): ProvesPasswords {
  const { cloud, fetch, clientId, now } = settings;
  return {
    async prove({ tenantId, username, password }): Promise<TokenAnswer> {
      const proof = await proveClient(settings, tenantId);
      const body = formBytes([
        ['client_id', clientId],
        ...proofFields(proof),
        ['grant_type', 'password'],
        ['scope', `openid profile offline_access ${originOf(cloud.graph, 'browser')}/.default`],
        ['username', username],
        ['password', password.reveal()],
      ]);
      const address = `${originOf(cloud.login, 'browser')}/${tenantId}/oauth2/v2.0/token`;
      const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' };
      try {
        return read(await fetch(address, { method: 'POST', headers, body }), now);
      } catch (error) {
        if (!(error instanceof NoAnswer)) throw error;
        return notProved(nobody(now));
      } finally {
        password.wipe();
        body.fill(0);
      }
    },
  };
}

async function read(answer: Response, now: Clock): Promise<TokenAnswer> {
  const said: unknown = await answer.json().catch(() => undefined);
  const refusal = TokenRefusalBody.safeParse(said);
  const exchange: TokenExchange = {
    status: answer.status,
    requestId: answer.headers.get('x-ms-request-id'),
    retryAfterSeconds: retryAfterSeconds(answer.headers.get('retry-after'), now()),
    receivedAt: now().toISOString(),
    refusal: refusal.success ? refusal.data : undefined,
  };
  const tokens = Tokens.safeParse(said);
  if (!answer.ok || !tokens.success) return notProved(exchange);
  const { access_token: access, id_token: id, refresh_token: refresh } = tokens.data;
  const { requestId, receivedAt } = exchange;
  return {
    observation: { state: 'issued', receivedAt, issuedAt: null, tenantId: null, permissions: null, requestId },
    tokens: {
      access: new Secret(access),
      id: new Secret(id),
      refresh: refresh === undefined ? undefined : new Secret(refresh),
    },
    upstream: [{ what, requestId, status: exchange.status }],
  };
}

const notProved = (exchange: TokenExchange): TokenAnswer => ({
  observation: notIssued(undefined, exchange),
  tokens: undefined,
  upstream: [{ what, requestId: exchange.requestId, status: exchange.status }],
});

const nobody = (now: Clock): TokenExchange => ({
  status: null,
  requestId: null,
  retryAfterSeconds: null,
  receivedAt: now().toISOString(),
  refusal: undefined,
});
