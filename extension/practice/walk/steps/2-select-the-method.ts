import { en } from '@latchkey/shared/words/en';
import { NotProved, upstreamOf, type Proof } from '../proof.ts';
import type { Scene } from '../scene.ts';

/** Select how the connection is secured. The preflight asks Microsoft for the pinned tenant once more. */
export async function selectTheMethod({ console, audit, situation, photograph }: Scene): Promise<Proof> {
  const before = audit.newest();
  const { title } = en.methods['invitation-link'];
  await console.chooseMethod(title);
  await photograph('step-2-select-the-method');
  await console.next();
  const row = await audit.wait('invitation.method_chosen', before);
  if (row === undefined) throw new NotProved(2, 'no method was recorded');
  return {
    step: 2,
    what: `Select “${title}”`,
    proved: 'method recorded, preflight found the pinned tenant unchanged',
    audit: row.seq,
    action: row.action,
    upstream: upstreamOf(2, row),
    tenantId: situation.customer.tenantId,
  };
}
