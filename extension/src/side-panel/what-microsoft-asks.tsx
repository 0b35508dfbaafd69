import type { InvitationView } from '@latchkey/shared/api/invitations';
import type { ConsentDiffView } from '@latchkey/shared/api/permissions';
import { fill } from '@latchkey/shared/words/fill';
import { ShownDiff } from '../connections/consent-diff.tsx';
import { Icon } from '../look/icon.tsx';
import { useFullSpeech } from '../look/words.ts';
import type { Resource } from '../server-api/resource.ts';
import { useSurroundings } from '../session/surroundings.ts';

interface About {
  readonly invitation: InvitationView;
}

/** Whose tenant, and to whom the access goes. */
export function Tenant({ invitation: { customer, reference } }: About) {
  const { words } = useFullSpeech();
  const provider = useSurroundings().configuration.known.value.value?.providerName;
  return (
    <section>
      <div class="lk-tenant">
        <Icon name="customer" />
        <div>
          <b>{words.panel.tenant}</b>
          <small>
            <bdi>{customer.domain ?? customer.tenantId}</bdi>
          </small>
          {provider !== undefined && <small>{fill(words.panel.accessGoes, { provider })}</small>}
          {reference !== null && <small>{fill(words.panel.reference, { reference })}</small>}
        </div>
      </div>
    </section>
  );
}

interface Asks extends About {
  readonly diff: Resource<ConsentDiffView>;
}

/** What the approval adds, keeps and may take away in that tenant, by the invitation's own profile. */
export function Asked({ invitation: { profile }, diff }: Asks) {
  const { words } = useFullSpeech();
  return (
    <section aria-labelledby="asked">
      <h2 id="asked">{words.panel.asked}</h2>
      {profile === null ? <p class="lk-soft">{words.panel.notChosen}</p> : <ShownDiff of={diff} />}
    </section>
  );
}

/** Microsoft's page has a box only where somebody signs in: what an application gets is approved for the organisation or not at all. */
const hasBox = ({ adds, keeps, optional, unavailable }: ConsentDiffView): boolean =>
  [adds, keeps, optional, unavailable].flat().some(({ kind }) => kind === 'delegated');

/** The one box that is overlooked, and who is shown it. A picture of it, not a control. */
export function Box({ invitation: { customer }, diff }: Asks) {
  const { words } = useFullSpeech();
  const { value } = diff.known.value;
  if (value !== undefined && !hasBox(value)) return null;
  return (
    <section class="lkx-panel-box" aria-labelledby="tick">
      <h2 id="tick">{words.panel.tick}</h2>
      <p class="lkx-panel-tick">
        <span class="lk-tickbox is-on" aria-hidden="true">
          <Icon name="check" />
        </span>
        <span>{words.panel.box}</span>
      </p>
      <p class="lk-soft">{fill(words.panel.role, { customer: customer.fullName })}</p>
      <p class="lk-soft">{words.panel.noBox}</p>
    </section>
  );
}
