import { accept, consentAddress, operatorAddress, signIn, token, verifier } from './journeys.ts';
import type { Practice } from './practice.ts';

/** Where the extension's requests come from. */
export const extensionOrigin = 'chrome-extension://abcdefghijklmnopabcdefghijklmnop';
/** Everything that was granted, in Graph. */
export const ours = 'https://graph.microsoft.com/.default';

/** The code of a consent with the box. */
export async function freshCode(practice: Practice, more = {}): Promise<string> {
  const { left } = await accept(practice.browse(), consentAddress(practice, more), practice.admin, true);
  return left!.searchParams.get('code')!;
}

/** The operator's sign-in at the extension, redeemed. */
export async function operatorTokens(practice: Practice, more = {}, person = practice.operator) {
  const { left } = await signIn(practice.browse(), operatorAddress(practice), person);
  const { extension } = practice.registrations;
  const form = {
    client_id: extension.clientId,
    grant_type: 'authorization_code',
    code: new URLSearchParams(left!.hash.slice(1)).get('code')!,
    redirect_uri: extension.redirects[0]!.uri,
    code_verifier: verifier,
    ...more,
  };
  return token(practice, form, { segment: practice.providerTenantId, origin: extensionOrigin });
}

/** Status, OAuth error and number of a refusal. */
export const refusalOf = ({ status, body }: { status: number; body: Record<string, unknown> }) => ({
  status,
  error: body['error'],
  code: (body['error_codes'] as number[] | undefined)?.[0],
});
