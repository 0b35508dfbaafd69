import { foundIn } from '../found-in.ts';
import { NotProved, upstreamOf, type Proof } from '../proof.ts';
import type { Scene } from '../scene.ts';
import { customerOf } from './customer.ts';
import { verdictIn } from './verdict-in.ts';

/** M365 Settings, Validate Authentication, and the confirmation at the top. */
export async function validateAuthentication({ console, audit, situation, page, photograph }: Scene): Promise<Proof> {
  await page.bringToFront();
  await console.openSettings(customerOf(situation).fullName);
  const before = audit.newest();
  await console.validateAuthentication();
  const row = await audit.wait('connection.validated', before);
  if (row === undefined) throw new NotProved(9, 'nothing was validated');
  const verdict = verdictIn(row.details);
  await console.confirmation().waitFor();
  await photograph('step-9-validate-authentication');
  if (verdict.verdict !== 'working' || verdict.evidence !== 'probe')
    throw new NotProved(9, `${verdict.verdict}, by ${verdict.evidence}: ${verdict.cause}`);
  return {
    step: 9,
    what: 'M365 Settings, Validate Authentication',
    proved: 'working, by probe: a fresh token, the right tenant, every permission, a live read',
    audit: row.seq,
    action: row.action,
    upstream: upstreamOf(9, row, 'organization'),
    tenantId: situation.customer.tenantId,
    permissions: foundIn(9, row.details, 'granted'),
  };
}
