import type { InvitationView } from '@latchkey/shared/api/invitations';
import { NoAnswer, Stuck, type Answer, type Client } from './client.ts';
import type { Practice } from './practice-process.ts';

/** What a line walks: a method, a customer who approves once more and leaves the box, or one who is mailed the link. */
export type Method = 'invitation-link' | 'known-password' | 'service-account' | 'approved-again' | 'mailed';

export interface Walk {
  readonly client: Client;
  readonly practice: Practice;
  readonly method: Method;
  /** The folder of the database, which only the clock of the line writes to. */
  readonly dataFolder: string;
}

export const isByLink = ({ method }: Walk): boolean =>
  method === 'invitation-link' || method === 'approved-again' || method === 'mailed';

/** The body of a good answer. Somebody else was faster, says a 409 of that name: then a person presses again. */
export function good<Body>(answer: Answer<Body>): Body {
  if (answer.ok) return answer.body;
  const { code } = answer.body as { readonly code?: string };
  if (code === 'changed_meanwhile') throw new NoAnswer(code);
  throw new Stuck(`${answer.status} ${code}`);
}

export const invitationOf = async ({ client }: Walk, id: string): Promise<InvitationView> =>
  good(await client.call<InvitationView>('GET', `/v1/invitations/${id}`, { promises: () => [] }));
