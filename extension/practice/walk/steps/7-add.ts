import { en } from '@latchkey/shared/words/en';
import { NotProved, upstreamOf, type Proof } from '../proof.ts';
import type { Scene } from '../scene.ts';
import { customerOf } from './customer.ts';

/** Pending Invitations shows Authentication Complete; Add resumes onboarding and makes the service. */
export async function addTheService(scene: Scene): Promise<Proof> {
  const { console, audit, situation, page } = scene;
  const { fullName } = customerOf(situation);
  await page.bringToFront();
  await console.openPendingInvitations();
  await console.pendingRow(fullName).getByText(en.statuses.authentication_complete).waitFor();
  await scene.photograph('step-7-pending-invitations');
  const before = audit.newest();
  await console.add(fullName);
  const row = await audit.wait('invitation.onboarded', before);
  const proof = audit.find('invitation.authentication_complete', 0);
  if (row === undefined || proof === undefined) throw new NotProved(7, 'the service was not added');
  return {
    step: 7,
    what: `Pending Invitations shows “${en.statuses.authentication_complete}”, Add`,
    proved: `service made; the status stands on audit row ${proof.seq}`,
    audit: row.seq,
    action: row.action,
    upstream: upstreamOf(7, proof, 'organization'),
    tenantId: situation.customer.tenantId,
  };
}
