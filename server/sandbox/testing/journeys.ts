import { createHash } from 'node:crypto';
import type { Person } from '../directory/records.ts';
import type { Browser, Shown } from './browser.ts';
import type { Practice } from './practice.ts';

export const verifier = 'a-verifier-that-is-long-enough-for-the-rule-of-43-characters';
const challenge = createHash('sha256').update(verifier).digest('base64url');

export const graphScopes =
  'openid profile offline_access User.Read Organization.Read.All Directory.Read.All TeamsTelephoneNumber.ReadWrite.All TeamsPolicyUserAssign.ReadWrite.All';

type Parameters = Readonly<Record<string, string | undefined>>;

const query = (parameters: Parameters): string =>
  new URLSearchParams(
    Object.entries(parameters).filter((pair): pair is [string, string] => pair[1] !== undefined),
  ).toString();

/** The address to which the provider sends a customer's administrator. `undefined` leaves a parameter out. */
export function consentAddress(practice: Practice, more: Parameters = {}, segment = practice.tenantId): string {
  const { consent } = practice.registrations;
  return `/${segment}/oauth2/v2.0/authorize?${query({
    client_id: consent.clientId,
    response_type: 'code',
    redirect_uri: consent.redirects[0]!.uri,
    scope: graphScopes,
    state: 'the-state',
    nonce: 'the-nonce',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...more,
  })}`;
}

/** The address at which an operator signs in to the extension. */
export function operatorAddress(
  practice: Practice,
  more: Parameters = {},
  segment = practice.providerTenantId,
): string {
  const { api, extension } = practice.registrations;
  return consentAddress(
    practice,
    {
      client_id: extension.clientId,
      redirect_uri: extension.redirects[0]!.uri,
      scope: `openid profile offline_access api://${api.clientId}/access_as_user`,
      response_mode: 'fragment',
      ...more,
    },
    segment,
  );
}

export function adminConsentAddress(practice: Practice, more: Parameters = {}, segment = practice.tenantId): string {
  const { consent } = practice.registrations;
  return `/${segment}/v2.0/adminconsent?${query({
    client_id: consent.clientId,
    redirect_uri: consent.redirects[1]!.uri,
    scope: 'https://graph.microsoft.com/.default',
    state: 'the-state',
    ...more,
  })}`;
}

/** Signs in, as far as the pages ask for it. */
export async function signIn(browser: Browser, address: string, person: Person): Promise<Shown> {
  let shown = await browser.open(address);
  if (shown.buttons.includes('Next')) shown = await browser.press(shown, 'Next', { username: person.username });
  if (shown.buttons.includes('Sign in')) shown = await browser.press(shown, 'Sign in', { password: person.password });
  if (shown.buttons.includes('Approve')) shown = await browser.press(shown, 'Approve');
  return shown;
}

/** Signs in and accepts, with the box or without it. */
export async function accept(browser: Browser, address: string, person: Person, box: boolean): Promise<Shown> {
  const shown = await signIn(browser, address, person);
  return browser.press(shown, 'Accept', box ? { box: 'yes' } : {});
}

/** Sends a form to the token endpoint. */
export async function token(
  practice: Practice,
  form: Parameters,
  { segment = practice.tenantId, origin }: { segment?: string; origin?: string } = {},
) {
  const response = await practice.signIn.request(`https://login.microsoftonline.com/${segment}/oauth2/v2.0/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...(origin !== undefined && { origin }) },
    body: query(form),
  });
  const body = (await response.json()) as Record<string, unknown>;
  return { status: response.status, headers: response.headers, body };
}

/** The consent app's way of proving itself. */
export function proof({ registrations }: Practice): Parameters {
  const { clientId, secrets } = registrations.consent;
  return { client_id: clientId, client_secret: secrets[0]!.value };
}

/** The form with which the provider redeems a code. */
export const codeForm = (practice: Practice, code: string, more: Parameters = {}): Parameters => ({
  ...proof(practice),
  grant_type: 'authorization_code',
  code,
  redirect_uri: practice.registrations.consent.redirects[0]!.uri,
  code_verifier: verifier,
  client_info: '1',
  ...more,
});

/** A consent with the box, redeemed: what the provider holds afterwards. */
export async function connected(practice: Practice, box = true, scope = graphScopes) {
  const shown = await accept(practice.browse(), consentAddress(practice, { scope }), practice.admin, box);
  return token(practice, codeForm(practice, shown.left!.searchParams.get('code')!));
}

/** What Graph answers, as far as tests look into it. */
interface GraphBody {
  readonly error?: { readonly code: string; readonly message: string };
  readonly value?: readonly Readonly<Record<string, unknown>>[];
  readonly responses?: readonly {
    readonly id: string;
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: GraphBody;
  }[];
  readonly [property: string]: unknown;
}

/** Asks Graph. */
export async function askGraph(practice: Practice, path: string, accessToken?: string, init: RequestInit = {}) {
  const headers = new Headers(init.headers);
  if (accessToken !== undefined) headers.set('authorization', `Bearer ${accessToken}`);
  const response = await practice.graph.request(`https://graph.microsoft.com${path}`, { ...init, headers });
  return { status: response.status, headers: response.headers, body: (await response.json()) as GraphBody };
}
