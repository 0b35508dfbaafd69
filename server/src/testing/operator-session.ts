import { createHash, randomBytes } from 'node:crypto';
import type { Started } from '../../sandbox/testing/started.ts';
import { openAdminBrowser, type Send } from './admin-browser.ts';

/** As much of a practice tenant as signing in needs. */
type Signing = Pick<Started, 'situation' | 'browse' | 'login'>;

/** Signs an operator in as the extension does: at Microsoft, then with us. */
export async function signIn(send: Send, practice: Signing, role: string): Promise<Response> {
  const { provider, registrations } = practice.situation;
  const operator = provider.operators.find(({ roles }) => roles.includes(role))!;
  const redirectUri = registrations.extension.redirectUris[0]!;
  const verifier = randomBytes(32).toString('base64url');
  const scope = `openid profile ${registrations.api.scope}`;
  const query = new URLSearchParams({
    client_id: registrations.extension.clientId,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope,
    state: 'operator-state',
    nonce: 'operator-nonce',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    response_mode: 'query',
  });
  const browser = openAdminBrowser(send, practice.browse());
  const tenant = provider.tenantId;
  const shown = await browser.atMicrosoft(`/${tenant}/oauth2/v2.0/authorize?${query.toString()}`, operator, 'approves');
  if (shown.left === undefined) throw new Error(`the operator was not let in: ${shown.text}`);
  const redeemed = await fetch(`${practice.login}/${tenant}/oauth2/v2.0/token`, {
    method: 'POST',
    headers: { origin: new URL(redirectUri).origin },
    body: new URLSearchParams({
      client_id: registrations.extension.clientId,
      grant_type: 'authorization_code',
      code: shown.left.searchParams.get('code')!,
      redirect_uri: redirectUri,
      code_verifier: verifier,
      scope,
    }),
  });
  const { access_token: token } = (await redeemed.json()) as { access_token: string };
  return send('/v1/session', { method: 'POST', headers: { authorization: `Bearer ${token}` } });
}

export async function openSession(send: Send, practice: Signing, role: string): Promise<string> {
  const opened = await signIn(send, practice, role);
  if (opened.status !== 201) throw new Error(`no session: ${await opened.text()}`);
  return ((await opened.json()) as { session: string }).session;
}
