import type { ConnectionView } from '@latchkey/shared/api/connections';
import type { ServiceView } from '@latchkey/shared/api/services';
import { readVerdict } from '../connections/verdict-view.ts';
import { useClock } from '../look/clock.ts';
import { MessageButton } from '../messages/message-button.tsx';
import { connectionLink } from '../messages/message-links.ts';
import { useSurroundings } from '../session/surroundings.ts';
import { places } from './route.ts';

interface VerdictMessageProps {
  readonly service: ServiceView;
  readonly connection: ConnectionView;
}

/** A letter to whoever must act on a verdict; nothing while it works. */
export function VerdictMessage({ service, connection }: VerdictMessageProps) {
  const { api, configuration } = useSurroundings();
  const now = useClock().coarse.value;
  const { verdict, tenantId, registration } = connection;
  const read = readVerdict(verdict, now);
  if (read.name === 'working') return null;
  // A verdict that is too old says nothing more, and its ids belong to a call that is over.
  const current = read.name === verdict?.verdict ? verdict : null;
  return (
    <MessageButton
      owner={read.owner}
      customer={service.customerName}
      reason={{ kind: 'cause', cause: read.cause }}
      link={connectionLink(read.owner, registration?.permissionsBlade ?? null, {
        configuration: configuration.known.value.value,
        origin: api.origin,
        place: places.service(service.id, 'm365-settings'),
        tenantId,
      })}
      ids={{
        code: current?.code ?? null,
        correlationId: current?.correlationId ?? null,
        requestId: current?.requestId ?? null,
        at: current?.at ?? null,
      }}
    />
  );
}
