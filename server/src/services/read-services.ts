import type { ServiceView } from '@latchkey/shared/api/services';
import type { OperatorRole } from '@latchkey/shared/api/endpoint';
import { err, ok, type Result } from '@latchkey/shared/result';
import { connectionView, type ConnectionViewSettings } from '../connections/connection-view.ts';
import { readCursor, writeCursor } from '../invitations/time-cursor.ts';
import type { Reads } from '../storage/store.ts';
import type { Service } from './service-repository.ts';

interface ServiceList {
  readonly items: ServiceView[];
  readonly next: string | null;
  readonly total: number;
}

export interface ReadsServices {
  list(before: string | undefined, role: OperatorRole): Promise<Result<ServiceList, 'request_invalid'>>;
  read(id: string, role: OperatorRole): Promise<Result<ServiceView, 'service_not_found'>>;
}

const pageSize = 50;

export function createServiceReader(reads: Reads, settings: ConnectionViewSettings): ReadsServices {
  return {
    async list(before, role) {
      const cursor = before === undefined ? null : readCursor(before);
      if (cursor === undefined) return err('request_invalid');
      const [page, total] = await Promise.all([
        reads.services.list({ before: cursor, limit: pageSize }),
        reads.services.count(),
      ]);
      const last = page.length < pageSize ? undefined : page.at(-1);
      const next = last === undefined ? null : writeCursor({ at: last.addedAt, id: last.id });
      return ok({ items: await serviceViews(reads, settings, page, role), next, total });
    },
    async read(id, role) {
      const found = await reads.services.find(id);
      const [view] = found === undefined ? [] : await serviceViews(reads, settings, [found], role);
      return view === undefined ? err('service_not_found') : ok(view);
    },
  };
}

async function serviceViews(
  reads: Reads,
  settings: ConnectionViewSettings,
  services: readonly Service[],
  role: OperatorRole,
): Promise<ServiceView[]> {
  const ids = [...new Set(services.map(({ customerId }) => customerId))];
  const [customers, connections] = await Promise.all([
    reads.customers.findMany(ids),
    reads.connections.findOfCustomers(ids),
  ]);
  return services.map(({ id, customerId, order, addedAt, addedBy }) => {
    const connection = connections.find((one) => one.customerId === customerId);
    return {
      id,
      customerId,
      customerName: customers.find((one) => one.id === customerId)?.fullName ?? '',
      ...order,
      addedAt,
      addedBy,
      connection: connection === undefined ? null : connectionView(connection, settings, role),
    };
  });
}
