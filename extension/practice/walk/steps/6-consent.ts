import { foundIn } from '../found-in.ts';
import { NotProved, upstreamOf, type Proof } from '../proof.ts';
import type { Scene } from '../scene.ts';
import { verdictIn } from './verdict-in.ts';

/** Consent on behalf of your organization, and Accept; the confirmation page says what was proved. */
export async function consentForTheOrganization({
  audit,
  situation,
  administratorPage,
  beforeConsent,
  photograph,
}: Scene): Promise<Proof> {
  await photograph('step-6-confirmation', administratorPage);
  const complete = audit.find('invitation.authentication_complete', beforeConsent);
  if (complete === undefined)
    throw new NotProved(6, whyNot(audit.find('invitation.consented', beforeConsent)?.details));
  const verdict = verdictIn(complete.details);
  return {
    step: 6,
    what: 'Consent on behalf of your organization, Accept',
    proved: `${verdict.verdict}, by ${verdict.evidence}: every required permission read back tenant-wide`,
    audit: complete.seq,
    action: complete.action,
    upstream: upstreamOf(6, complete, 'oauth2PermissionGrants'),
    tenantId: situation.customer.tenantId,
    permissions: foundIn(6, complete.details, 'granted'),
  };
}

function whyNot(details: Readonly<Record<string, unknown>> | undefined): string {
  if (details === undefined) return 'nothing was consented';
  const { verdict, evidence, cause } = verdictIn(details);
  return `${verdict}, by ${evidence}: ${cause}`;
}
