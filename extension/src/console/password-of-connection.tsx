import type { ConnectionView } from '@latchkey/shared/api/connections';
import type { ServiceView } from '@latchkey/shared/api/services';
import { useMayWrite } from '../checklist/row-button.tsx';
import { Button } from '../look/button.tsx';
import { ErrorBanner } from '../look/error-words.tsx';
import { Banner } from '../look/states.tsx';
import { useFullSpeech } from '../look/words.ts';
import { useSurroundings } from '../session/surroundings.ts';
import { useDesk } from './desk.ts';
import { PasswordCard } from './password-card.tsx';
import { ReplaceDialog } from './replace-dialog.tsx';
import { places } from './route.ts';
import { usePassword } from './use-password.ts';
import { useReplacing } from './use-replacing.ts';

interface Props {
  readonly service: ServiceView;
  readonly connection: ConnectionView;
}

/** The account and the password that the connection stands on. */
export function PasswordOfConnection({ service, connection }: Props) {
  const { passwords } = useFullSpeech().words;
  const { api } = useSurroundings();
  const { goTo } = useDesk();
  const mayWrite = useMayWrite();
  const { customerId } = service;
  const standing = usePassword(customerId);
  const link = useReplacing({
    content: customerId,
    look: () => api.call('readPendingBefore', { params: { connectionId: connection.id }, query: {} }),
    invite: (body, options) => api.call('useLinkInstead', { params: { customerId }, body }, options),
    onInvited: ({ invitationId }) => goTo(places.start(invitationId)),
  });

  return (
    <>
      <PasswordCard
        customer={{ id: customerId, fullName: service.customerName }}
        standing={standing}
        mayTest
        onUseLink={link.start}
      >
        {link.asks && <ReplaceDialog count={1} error={link.error} onClose={link.stop} onInvite={link.invite} />}
      </PasswordCard>
      {connection.verdict?.cause === 'mfa_required' && mayWrite && (
        <Banner tone={{ tone: 'action', icon: 'action' }} title={passwords.outcomes.mfa_required.title}>
          <p>{passwords.outcomes.mfa_required.nextStep}</p>
          <Button kind="primary" onPress={link.start}>
            {passwords.card.useLink}
          </Button>
        </Banner>
      )}
      {!link.asks && link.error !== null && <ErrorBanner error={link.error} />}
    </>
  );
}
