import { Waiting } from '../look/states.tsx';
import { useFullSpeech } from '../look/words.ts';
import type { Whose } from './use-error-doctor.ts';

/** The customer whose tenant the text names, with the way there; or why there is none. */
export function WhoseTenant({ whose }: { readonly whose: Whose }) {
  const { words } = useFullSpeech();
  const { doctor } = words;
  switch (whose.state) {
    case 'looking':
      return <Waiting>{words.popup.looking}</Waiting>;
    case 'no_tenant':
      return <span class="lk-muted">{doctor.customerNoTenant}</span>;
    case 'nobody':
      return <span class="lk-muted">{doctor.customerNone}</span>;
    case 'offline':
      return <span class="lk-muted">{doctor.customerUnknown}</span>;
    case 'known':
      return (
        <>
          <a href="#/customers">
            <bdi>{whose.customer.fullName}</bdi>
          </a>
          {whose.customer.invitationId !== null && (
            <>
              {'. '}
              <a href="#/invitations">{doctor.invitationPending}</a>
            </>
          )}
        </>
      );
  }
}
