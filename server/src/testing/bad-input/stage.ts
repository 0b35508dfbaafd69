import { randomBytes } from 'node:crypto';
import type { InvitationView } from '@latchkey/shared/api/invitations';
import type { AdminBrowser } from '../admin-browser.ts';
import { startLine, type Line } from '../line.ts';
import { invite, leave } from '../steps.ts';

/** What a row finds prepared, and what it leaves for the way on. */
export interface Stage {
  readonly line: Line;
  /** The customer's admin. */
  readonly browser: AdminBrowser;
  /** The invitation that the row is about, where there is one. */
  about: { readonly id: string; readonly link: string; readonly code: string; readonly customerId: string };
  /** The address with which Microsoft sent the admin back. */
  back: URL;
  /** What stands between the server and Microsoft. */
  microsoft: 'answers' | 'is not reached' | 'is too busy' | 'has moved the domain';
}

export const anHour = 3_600_000;

const goodOrder = {
  fullName: 'Contoso Ltd',
  shortName: 'contoso',
  kind: 'direct-routing',
  licenceType: 'hosted-pro',
  licensedUsers: 50,
};

export interface Ordered {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Add New Customer over the wire, with what is wrong about it. */
export async function order(at: Stage, change: object = {}, { headers = {}, body }: Ordered = {}): Promise<Response> {
  const { domain } = at.line.practice.situation.customer;
  return at.line.signed('POST', '/v1/invitations', {
    headers: { 'content-type': 'application/json', 'idempotency-key': randomBytes(16).toString('hex'), ...headers },
    body: body ?? JSON.stringify({ tenant: domain, ...goodOrder, ...change }),
  });
}

/** A POST of the API without a body. */
export const press = (at: Stage, path: string, body?: object): Promise<Response> =>
  at.line.signed('POST', path, {
    headers: {
      'idempotency-key': randomBytes(16).toString('hex'),
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });

/** An invitation by link, ready to be sent. */
export async function invited(at: Stage): Promise<void> {
  const made = await invite(at.line);
  const invitation = await at.line.store.read.invitations.find(made.id);
  at.about = { ...made, customerId: invitation!.customerId };
}

/** An admin who stands at Microsoft's last page: the answer is on its way. */
export async function answering(at: Stage): Promise<void> {
  const { id, link, back } = await leave(at.line, at.browser);
  const invitation = await at.line.store.read.invitations.find(id);
  at.about = { id, link, code: '', customerId: invitation!.customerId };
  at.back = back;
}

export const here = (url: URL): string => url.pathname + url.search;

/** A consent that is on record and proved. */
export async function proved(at: Stage): Promise<string> {
  await answering(at);
  await at.browser.comeBack(at.back);
  return (await at.line.store.read.connections.findByInvitation(at.about.id))!.id;
}

/** Step 1 alone: the invitation of a customer, without a method. */
export async function drafted(at: Stage): Promise<void> {
  const { id, customer } = (await (await order(at)).json()) as InvitationView;
  at.about = { id, link: '', code: '', customerId: customer.id };
}

/** A stage with nothing on it. */
export async function setStage(situation: string): Promise<Stage> {
  const network: Pick<Stage, 'microsoft'> = { microsoft: 'answers' };
  const between: typeof fetch = (input, init) => {
    const now = network.microsoft;
    if (now === 'is not reached') return Promise.reject(new TypeError('fetch failed'));
    if (now === 'is too busy')
      return Promise.resolve(new Response('', { status: 429, headers: { 'retry-after': '7' } }));
    const { domain, tenantId } = line.practice.situation.customer;
    const moved = now === 'has moved the domain' && String(input).includes(`/${domain}/`);
    if (!moved) return fetch(input, init);
    const issuer = `https://login.microsoftonline.com/${tenantId.replace(/.$/, (last) => (last === '0' ? '1' : '0'))}/v2.0`;
    return Promise.resolve(Response.json({ issuer }));
  };
  const line = await startLine({ situation, overSockets: true, fetch: between });
  return Object.assign(network, {
    line,
    browser: line.browse(),
    about: { id: '', link: '', code: '', customerId: '' },
    back: new URL('http://nowhere.example'),
  });
}
