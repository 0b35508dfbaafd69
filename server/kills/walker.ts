import type { OperatorRole } from '@latchkey/shared/api/endpoint';
import type { InvitationView } from '@latchkey/shared/api/invitations';
import { openSession } from '../src/testing/operator-session.ts';
import { NoAnswer, Stuck, type Answer, type Client } from './client.ts';
import type { Practice } from './practice-process.ts';

/**
 * What a line walks: a method, a customer who approves once more and leaves the box, or one who is mailed the link, or lets it run out; or, without anybody
 * who is at Microsoft's pages, a list of new customers, or a list of tenants whose consents are adopted.
 */
export type Method =
  | 'invitation-link'
  | 'known-password'
  | 'service-account'
  | 'approved-again'
  | 'mailed'
  | 'expired'
  | 'listed'
  | 'adopted';

export interface Walk {
  readonly client: Client;
  readonly practice: Practice;
  readonly method: Method;
  /** The folder of the database, which only the clock of the line writes to. */
  readonly dataFolder: string;
}

const byLink: readonly Method[] = ['invitation-link', 'approved-again', 'mailed', 'expired'];
export const isByLink = ({ method }: Pick<Walk, 'method'>): boolean => byLink.includes(method);

/** Lines whose customer is written to. */
const byMail: readonly Method[] = ['mailed', 'expired'];
export const isByMail = ({ method }: Pick<Walk, 'method'>): boolean => byMail.includes(method);

export const signIn = ({ client, practice }: Walk, role: OperatorRole): Promise<void> =>
  client.step('session', async () => client.signIn(await openSession(client.reach, practice, role)));

/** The domain of another tenant of the customer's owner, in a situation that has one. */
export function sisterOf({ practice }: Walk): string {
  const [, domain] = practice.situation.customer.sister?.[0]?.username.split('@') ?? [];
  if (domain === undefined) throw new Stuck(`${practice.situation.name} has no sister`);
  return domain;
}

/** The body of a good answer. Somebody else was faster, says a 409 of that name: then a person presses again. */
export function good<Body>(answer: Answer<Body>): Body {
  if (answer.ok) return answer.body;
  const { code } = answer.body as { readonly code?: string };
  if (code === 'changed_meanwhile') throw new NoAnswer(code);
  throw new Stuck(`${answer.status} ${code}`);
}

export const invitationOf = async ({ client }: Walk, id: string): Promise<InvitationView> =>
  good(await client.call<InvitationView>('GET', `/v1/invitations/${id}`, { promises: () => [] }));
