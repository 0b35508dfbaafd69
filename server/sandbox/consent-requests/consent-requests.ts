import { randomUUID } from 'node:crypto';

/** Somebody who may not consent asked somebody who may. */
export interface ConsentRequest {
  readonly id: string;
  readonly tenantId: string;
  readonly clientId: string;
  readonly personId: string;
  readonly justification: string;
  readonly askedAt: number;
  status: 'pending' | 'approved' | 'denied';
}

/** The requests of every tenant. In memory only. */
export interface ConsentRequests {
  /** One that is pending already is not asked twice. */
  ask(request: Omit<ConsentRequest, 'id' | 'status'>): ConsentRequest;
  of(tenantId: string): readonly ConsentRequest[];
  find(id: string): ConsentRequest | undefined;
  /** What consenting to the application does to the requests for it. */
  approveAll(tenantId: string, clientId: string): void;
}

export function openConsentRequests(): ConsentRequests {
  const all: ConsentRequest[] = [];
  return {
    ask(request) {
      const known = all.find(
        ({ tenantId, clientId, personId, status }) =>
          status === 'pending' &&
          tenantId === request.tenantId &&
          clientId === request.clientId &&
          personId === request.personId,
      );
      if (known) return known;
      const asked = { ...request, id: randomUUID(), status: 'pending' as const };
      all.push(asked);
      return asked;
    },
    of: (tenantId) => all.filter((one) => one.tenantId === tenantId),
    find: (id) => all.find((one) => one.id === id),
    approveAll(tenantId, clientId) {
      for (const one of all)
        if (one.tenantId === tenantId && one.clientId === clientId && one.status === 'pending') one.status = 'approved';
    },
  };
}
