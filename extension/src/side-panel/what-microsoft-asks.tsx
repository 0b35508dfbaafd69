import type { InvitationView } from '@latchkey/shared/api/invitations';
import { profileById } from '@latchkey/shared/permissions/profiles';
import { fill } from '@latchkey/shared/words/fill';
import { PermissionWords } from '../connections/permission-words.tsx';
import { Icon } from '../look/icon.tsx';
import { useFullSpeech } from '../look/words.ts';
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

/** The permissions in words, as the profile asks for them. */
export function Asked({ invitation: { profile } }: About) {
  const { words } = useFullSpeech();
  const asked = profileById(profile?.id ?? '')?.permissions ?? [];
  return (
    <section aria-labelledby="asked">
      <h2 id="asked">{words.panel.asked}</h2>
      {asked.length === 0 ? (
        <p class="lk-soft">{words.panel.notChosen}</p>
      ) : (
        <ul class="lk-checks">
          {asked.map(({ value }) => (
            <li key={value} class="lk-check">
              <Icon name="plus" />
              <div>
                <PermissionWords value={value} />
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** The one box that is overlooked, and who is shown it. A picture of it, not a control. */
export function Box({ invitation: { customer } }: About) {
  const { words } = useFullSpeech();
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
