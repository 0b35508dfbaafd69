import type { InvitationView } from '@latchkey/shared/api/invitations';
import type { PermissionProfile } from '@latchkey/shared/permissions/profile';
import { actsAs } from '@latchkey/shared/permissions/acts-as';
import { leastRole } from '@latchkey/shared/permissions/consent-diff';
import { fill } from '@latchkey/shared/words/fill';
import { useFullSpeech } from '../look/words.ts';
import { ConsentDiff } from '../connections/consent-diff.tsx';
import { PreflightFacts } from './preflight-facts.tsx';
import { PreflightLine } from './preflight-line.tsx';

interface PreflightProps {
  readonly invitation: InvitationView;
  /** What the customer would be asked by; undefined where that has been chosen. */
  readonly profileId: string | undefined;
  /** Undefined while it is being read, and where another version is asked for. */
  readonly profile: PermissionProfile | undefined;
}

/** Before anything is sent: whose tenant, which role, what will be asked, and what cannot be known yet. */
export function Preflight({ invitation, profileId, profile }: PreflightProps) {
  const { id, customer } = invitation;
  const { words } = useFullSpeech();
  const { methodPage } = words.console;
  return (
    <section class="lk-card" aria-labelledby="preflight">
      <div class="lk-card__head">
        <h2 id="preflight">{methodPage.preflight}</h2>
      </div>
      <div class="lk-card__body lkx-stack">
        <ul class="lk-checks lkc-wide">
          <PreflightLine icon="check" title={methodPage.tenantTitle} text={customer.tenantId} />
          <WhoCanApprove customer={customer.fullName} profile={profile} />
          <PreflightLine icon="unknown" title={methodPage.mfaTitle} text={methodPage.mfaText} />
          <PreflightLine icon="unknown" title={methodPage.accessTitle} text={methodPage.accessText} />
          <PreflightFacts invitation={invitation} profile={profile} />
        </ul>
        <ConsentDiff invitationId={id} profileId={profileId} />
      </div>
    </section>
  );
}

interface ApproverProps {
  readonly customer: string;
  readonly profile: PermissionProfile | undefined;
}

/** Which role it takes, by the page that Microsoft shows. Who has it, nobody knows before the sign-in. */
function WhoCanApprove({ customer, profile }: ApproverProps) {
  const { words } = useFullSpeech();
  const { methodPage } = words.console;
  const { roleTitle: title, roleUnknown: open } = methodPage;
  if (profile === undefined) return <PreflightLine icon="unknown" title={title} text={methodPage.roleUnread} />;
  if (actsAs(profile) !== 'application')
    return (
      <PreflightLine
        icon="customer"
        title={title}
        text={fill(methodPage.roleBox, { customer })}
        more={`${methodPage.roleOther} ${open}`}
      />
    );
  const role = words.directoryRoles[leastRole(profile, 'no_box')];
  return (
    <PreflightLine icon="customer" title={title} text={fill(methodPage.roleNoBox, { customer, role })} more={open} />
  );
}
