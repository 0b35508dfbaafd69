import type { ConnectionView, ValidationView } from '@latchkey/shared/api/connections';
import type { ServiceView } from '@latchkey/shared/api/services';
import { keepsPassword } from '@latchkey/shared/invitations/method';
import { useState } from 'preact/hooks';
import { ConnectionCard } from '../connections/connection-card.tsx';
import { GuideLink } from '../connections/guide-link.tsx';
import { PermissionTable } from '../connections/permission-table.tsx';
import { Validating } from '../connections/validating.tsx';
import { VerdictCard } from '../connections/verdict-card.tsx';
import { Button } from '../look/button.tsx';
import { ErrorBanner } from '../look/error-words.tsx';
import { FocusKept } from '../look/focus-kept.tsx';
import { Empty } from '../look/states.tsx';
import { useFullSpeech } from '../look/words.ts';
import type { ClientError } from '../server-api/client-error.ts';
import type { Resource } from '../server-api/resource.ts';
import { useSurroundings } from '../session/surroundings.ts';
import { useDesk } from './desk.ts';
import { HistoryCard } from './history-card.tsx';
import { NewApproval } from './new-approval.tsx';
import { PasswordOfConnection } from './password-of-connection.tsx';
import { ProfileCard } from './profile-card.tsx';
import { useValidate } from './use-validate.ts';
import { VerdictMessage } from './verdict-message.tsx';

interface TabProps {
  readonly service: ServiceView;
  readonly latest: Resource<ValidationView | null>;
  /** Reads the service again, once its connection has a new verdict. */
  readonly refresh: () => Promise<void>;
}

/** M365 Settings: the connection, required against granted, the verdict, and Validate Authentication. */
export function SettingsTab({ service, latest, refresh }: TabProps) {
  const { platform } = useSurroundings();
  const { connection } = service;
  if (connection === null) return <NoConnection />;
  return (
    <div class="lkc-settings">
      <div class="lkc-stack">
        <NewApproval connectionId={connection.id} />
        <ConnectionCard connection={connection} copy={platform.copy} />
        {keepsPassword(connection.method) && <PasswordOfConnection service={service} connection={connection} />}
        <Permissions connection={connection} latest={latest} refresh={refresh} />
        <ProfileCard key={`${connection.id} ${connection.profile.id}`} connection={connection} />
        <HistoryCard connectionId={connection.id} />
      </div>
      <VerdictCard verdict={connection.verdict} copy={platform.copy}>
        <ValidateAuthentication service={service} connection={connection} latest={latest} refresh={refresh} />
      </VerdictCard>
    </div>
  );
}

/** Permissions alone, over the whole width. */
export function PermissionsTab({ service: { connection }, latest, refresh }: TabProps) {
  return connection === null ? (
    <NoConnection />
  ) : (
    <Permissions connection={connection} latest={latest} refresh={refresh} />
  );
}

function NoConnection() {
  const { words } = useFullSpeech();
  return (
    <div class="lk-card">
      <Empty title={words.console.servicePage.noConnection} level={2}>
        <p>{words.console.servicePage.noConnectionText}</p>
      </Empty>
    </div>
  );
}

function ValidateAuthentication({
  service,
  connection,
  latest,
  refresh,
}: TabProps & { readonly connection: ConnectionView }) {
  const { words } = useFullSpeech();
  const { validator } = useDesk();
  const { clock } = useSurroundings();
  const validate = useValidate();
  const since = validator.running.value.get(connection.id);
  return (
    <FocusKept label={words.actions.validateAuthentication} class="lkx-stack">
      <div role="status">{since !== undefined && <Validating since={since} />}</div>
      <div class="lk-actions">
        {since === undefined && (
          <Button
            kind="primary"
            onPress={async () => {
              const validation = await validate(connection.id, service.fullName);
              if (validation === null) return;
              latest.put(validation, clock.now());
              await refresh();
            }}
          >
            {words.actions.validateAuthentication}
          </Button>
        )}
        <VerdictMessage service={service} connection={connection} />
        <GuideLink connection={connection} />
      </div>
    </FocusKept>
  );
}

type PermissionsProps = Omit<TabProps, 'service'> & { readonly connection: ConnectionView };

function Permissions({ connection, latest, refresh }: PermissionsProps) {
  const { words } = useFullSpeech();
  const { api, clock } = useSurroundings();
  const [error, setError] = useState<ClientError | null>(null);

  async function check(): Promise<void> {
    setError(null);
    const reply = await api.call('checkPermissionsOfConnection', { params: { connectionId: connection.id } });
    if (!reply.ok) return setError(reply.error);
    latest.put(reply.value, clock.now());
    await refresh();
  }

  return (
    <>
      {error !== null && <ErrorBanner error={error} />}
      <PermissionTable connection={connection} validation={latest.known.value.value ?? null}>
        <Button onPress={check}>{words.permissionTable.check}</Button>
      </PermissionTable>
    </>
  );
}
