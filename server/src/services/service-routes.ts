import { listServices, readService } from '@latchkey/shared/api/services';
import { addService } from '@latchkey/shared/api/invitations';
import { actorOf, type Mount } from '../http/call.ts';
import type { AddsServices } from './add-service.ts';
import type { ReadsServices } from './read-services.ts';

/** Services: the list, what M365 Settings shows, and `Add`. */
export function mountServices(mount: Mount, reader: ReadsServices, adder: AddsServices): void {
  mount(listServices, ({ query, operator }) => reader.list(query.before, operator.role));
  mount(readService, ({ params, operator }) => reader.read(params.serviceId, operator.role));
  mount(addService, ({ params, operator, requestId }) =>
    adder.add({ invitationId: params.invitationId, actor: actorOf(operator), requestId }),
  );
}
