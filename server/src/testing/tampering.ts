import { decodeJwt, exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';

/** What a hostile or broken Microsoft would put into an id_token, in place of the truth. */
export type Tamper = (claims: JWTPayload) => JWTPayload;

const pair = await generateKeyPair('RS256');
const kid = 'tampered';

/**
 * A network on which id_tokens say something else and still carry a signature that holds: the practice tenant's keys are answered with
 * one of ours among them. `keyIsPublished: false` leaves it out, so that the signature does not hold.
 */
export function tamperingFetch(tamper: Tamper, { keyIsPublished = true } = {}): typeof globalThis.fetch {
  return async (input, init) => {
    const answer = await fetch(input, init);
    const { pathname } = new URL(input instanceof Request ? input.url : String(input));
    if (pathname.endsWith('/discovery/v2.0/keys')) return keyIsPublished ? withOurKey(answer) : answer;
    if (pathname.endsWith('/oauth2/v2.0/token')) return withOtherToken(answer, tamper);
    return answer;
  };
}

async function withOurKey(answer: Response): Promise<Response> {
  const { keys } = (await answer.json()) as { keys: object[] };
  const ours = { ...(await exportJWK(pair.publicKey)), kid, use: 'sig', alg: 'RS256' };
  return Response.json({ keys: [...keys, ours] });
}

async function withOtherToken(answer: Response, tamper: Tamper): Promise<Response> {
  const body = (await answer.json()) as { id_token?: string };
  if (body.id_token === undefined) return Response.json(body, { status: answer.status, headers: answer.headers });
  const token = await new SignJWT(tamper(decodeJwt(body.id_token)))
    .setProtectedHeader({ alg: 'RS256', kid })
    .sign(pair.privateKey);
  const { 'content-length': _, ...headers } = Object.fromEntries(answer.headers);
  return Response.json({ ...body, id_token: token }, { headers });
}
