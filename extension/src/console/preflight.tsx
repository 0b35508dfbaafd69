import type { InvitationView } from '@latchkey/shared/api/invitations';
import type { PermissionProfile } from '@latchkey/shared/permissions/profile';
import { fill } from '@latchkey/shared/words/fill';
import { useFullSpeech } from '../look/words.ts';
import { ConsentDiff } from '../connections/consent-diff.tsx';
import { PreflightFacts } from './preflight-facts.tsx';
import { PreflightLine } from './preflight-line.tsx';

interface PreflightProps {
  readonly invitation: InvitationView;
  /** What the customer would be asked by; undefined where that has been chosen. */
  readonly profileId: string | undefined;
  readonly profile: PermissionProfile | undefined;
  /** Microsoft's page for an application has no box. */
  readonly isApplication: boolean;
}

/** Before anything is sent: whose tenant, which role, what will be asked, and what cannot be known yet. */
export function Preflight({ invitation, profileId, profile, isApplication }: PreflightProps) {
  const { id, customer } = invitation;
  const { words } = useFullSpeech();
  const { methodPage } = words.console;
  const named = { customer: customer.fullName };
  return (
    <section class="lk-card" aria-labelledby="preflight">
      <div class="lk-card__head">
        <h2 id="preflight">{methodPage.preflight}</h2>
      </div>
      <div class="lk-card__body lkx-stack">
        <ul class="lk-checks lkc-wide">
          <PreflightLine icon="check" title={methodPage.tenantTitle} text={customer.tenantId} />
          {!isApplication && (
            <PreflightLine
              icon="customer"
              title={methodPage.roleTitle}
              text={fill(methodPage.roleBox, named)}
              more={methodPage.roleOther}
            />
          )}
          <PreflightLine icon="check" title={methodPage.mfaTitle} text={methodPage.mfaText} />
          <PreflightLine icon="unknown" title={methodPage.accessTitle} text={methodPage.accessText} />
          <PreflightFacts invitation={invitation} profile={profile} />
        </ul>
        <ConsentDiff invitationId={id} profileId={profileId} />
      </div>
    </section>
  );
}
