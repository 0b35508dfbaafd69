import { NotProved, upstreamOf, type Proof } from '../proof.ts';
import type { Scene } from '../scene.ts';

/** The manual types name and password here. By link nothing is typed at the provider: the link is made instead. */
export async function nothingTypedHere({ console, audit, situation, photograph }: Scene): Promise<Proof> {
  const before = audit.newest();
  await console.copyLink();
  const row = await audit.wait('invitation.link_shown', before);
  if (row === undefined) throw new NotProved(3, 'no link was made');
  await photograph('step-3-link');
  return {
    step: 3,
    what: 'No name and no password typed here: the link for the administrator is made',
    proved: 'link shown once, on record; the preflight found the pinned tenant unchanged',
    audit: row.seq,
    action: row.action,
    upstream: upstreamOf(3, row),
    tenantId: situation.customer.tenantId,
  };
}
