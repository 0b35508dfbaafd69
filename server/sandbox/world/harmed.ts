import type { Harm } from './faults.ts';

const signInPage =
  '<!doctype html><html lang="en"><title>Guest network</title><p>Sign in to the network to go on.</p></html>';

/** By this the server knows an answer in whose place it closes the socket on whoever waits. */
export const hangsUp = 'practice-hangs-up';

const asJson = { status: 200, headers: { 'content-type': 'application/json' } };

/** What arrives of a true answer. */
export function harmed(text: string, harm: Exclude<Harm, 'next page elsewhere'>): Response {
  if (harm === 'page') return new Response(signInPage, { status: 200, headers: { 'content-type': 'text/html' } });
  if (harm === 'cut') return new Response(text.slice(0, text.length / 2), asJson);
  return new Response(null, { headers: { [hangsUp]: 'yes' } });
}

const elsewhere = 'https://graph.microsoft.com.northwind.example/v1.0/servicePrincipals';

/** The body of a list that says its next page is at somebody else's. */
export const withNextPageElsewhere = (body: unknown): unknown => ({
  ...(body as object),
  '@odata.nextLink': elsewhere,
});
