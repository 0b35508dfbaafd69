import { createHash } from 'node:crypto';
import { refuse } from '../errors.ts';
import type { Code } from './issued.ts';
import { issueTokens, scopesOf } from './issue.ts';
import type { GrantHandler } from './token-ask.ts';

const tenMinutes = 10 * 60 * 1000;

function pkceHolds({ challenge }: Code, verifier: string | undefined): boolean {
  if (challenge === undefined) return true;
  return (
    createHash('sha256')
      .update(verifier ?? '')
      .digest('base64url') === challenge
  );
}

/** `authorization_code`: once, within ten minutes, by the application and from the address it was made for. */
export const authorizationCode: GrantHandler = async (ask) => {
  const { world, client, tenant, form, origin, clientProved } = ask;
  if (form['code'] === undefined) return refuse(900144, { value: 'code' });
  const code = world.state.codes.get(form['code']);
  if (!code || code.client.clientId !== client.clientId) return refuse(70000);
  const isSpa = code.redirect.type === 'spa';
  if (isSpa && origin === undefined) return refuse(9002327);
  if (!isSpa && origin !== undefined) return refuse(9002326);
  if (!isSpa && !clientProved) return refuse(7000218);
  if (tenant && tenant.id !== code.tenantId) return refuse(700005);
  if (form['redirect_uri'] !== code.redirect.uri || code.worthless) return refuse(70000);
  if (code.redeemed) return refuse(54005);
  if (world.clock.now() - code.issuedAt >= tenMinutes) return refuse(70008);
  if (!pkceHolds(code, form['code_verifier'])) return refuse(501481);
  const scopes = scopesOf(ask, code.scopeText);
  if (!scopes.ok) return scopes;
  code.redeemed = true;
  const { person, nonce, mfa, scopeText } = code;
  return issueTokens(ask, { person, scopes: scopes.value, scopeText, mfa, nonce, refresh: { spa: isSpa } });
};
