import type { InvitationView } from '@latchkey/shared/api/invitations';
import { fill } from '@latchkey/shared/words/fill';
import { Icon } from '../look/icon.tsx';
import type { IconName } from '../look/shapes.ts';
import { useFullSpeech } from '../look/words.ts';
import { ConsentDiff } from './consent-diff.tsx';

interface PreflightProps {
  readonly invitation: InvitationView;
  /** What the customer would be asked by; undefined where that has been chosen. */
  readonly profileId: string | undefined;
  /** Microsoft's page for an application has no box. */
  readonly isApplication: boolean;
}

/** Before anything is sent: whose tenant, which role, what will be asked, and what cannot be known yet. */
export function Preflight({ invitation: { id, customer }, profileId, isApplication }: PreflightProps) {
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
          <Line icon="check" title={methodPage.tenantTitle} text={customer.tenantId} />
          {!isApplication && (
            <Line
              icon="customer"
              title={methodPage.roleTitle}
              text={fill(methodPage.roleBox, named)}
              more={methodPage.roleOther}
            />
          )}
          <Line icon="check" title={methodPage.mfaTitle} text={methodPage.mfaText} />
          <Line icon="unknown" title={methodPage.accessTitle} text={methodPage.accessText} />
        </ul>
        <ConsentDiff invitationId={id} profileId={profileId} />
      </div>
    </section>
  );
}

interface LineProps {
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
  readonly more?: string;
}

function Line({ icon, title, text, more }: LineProps) {
  return (
    <li class="lk-check">
      <Icon name={icon} />
      <div>
        {title}
        <small>
          <bdi>{text}</bdi>
        </small>
        {more !== undefined && <small>{more}</small>}
      </div>
    </li>
  );
}
