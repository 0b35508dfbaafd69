import { accept, askGraph, codeForm, connected, consentAddress, token } from './journeys.ts';
import { practise, type Practice } from './practice.ts';

/** A consent, redeemed, and Graph at hand with its token. */
export async function ready(box = true) {
  const practice = practise();
  const { body } = await connected(practice, box);
  const accessToken = String(body['access_token']);
  return {
    practice,
    accessToken,
    idToken: String(body['id_token']),
    ask: (path: string) => askGraph(practice, `/v1.0${path}`, accessToken),
  };
}

/** A token with only these scopes. */
export async function tokenWith(practice: Practice, scope: string): Promise<string> {
  const { left } = await accept(practice.browse(), consentAddress(practice, { scope }), practice.admin, true);
  const { body } = await token(practice, codeForm(practice, left!.searchParams.get('code')!));
  return String(body['access_token']);
}
