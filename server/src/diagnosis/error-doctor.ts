import type { AboutCustomer, DiagnosisView } from '@latchkey/shared/api/diagnosis';
import { diagnose } from '@latchkey/shared/errors/doctor/diagnose';
import { faultWords } from '@latchkey/shared/errors/doctor/fault-words';
import type { Found } from '@latchkey/shared/errors/doctor/found';
import { readPaste } from '@latchkey/shared/errors/doctor/read-paste';
import { faults } from '@latchkey/shared/words/en/faults';
import type { Reads } from '../storage/store.ts';

export interface ReadsErrors {
  /** What a text means, for somebody of the provider. The text is not kept, not logged and not handed on. */
  diagnose(text: string): Promise<DiagnosisView>;
}

export const createErrorDoctor = (reads: Reads): ReadsErrors => ({
  async diagnose(text) {
    const paste = readPaste(text);
    if (paste.state === 'refused') return { refused: true, found: null, fault: null, customer: null };
    const { found } = paste;
    const cause = diagnose(found);
    return {
      refused: false,
      found: { ...found, aadsts: [...found.aadsts] },
      fault: cause === undefined ? null : { ...withoutNext(cause), ...faultWords(cause, faults, 'operator') },
      customer: await customerOf(reads, found),
    };
  },
});

const withoutNext = ({ next: _next, ...rest }: NonNullable<ReturnType<typeof diagnose>>) => rest;

/** By tenant id first: a domain may have moved on to another tenant. */
async function customerOf(reads: Reads, { tenantId, tenantDomain }: Found): Promise<AboutCustomer | null> {
  const byId = tenantId === null ? undefined : await reads.customers.findByTenant(tenantId);
  const customer =
    byId ?? (tenantId === null && tenantDomain !== null ? await reads.customers.findByDomain(tenantDomain) : undefined);
  if (customer === undefined) return null;
  const [connection, [invitation]] = await Promise.all([
    reads.connections.findByCustomer(customer.id),
    reads.invitations.findPendingOf([customer.id]),
  ]);
  return {
    id: customer.id,
    fullName: customer.fullName,
    tenantId: customer.tenantId,
    connectionId: connection?.id ?? null,
    invitationId: invitation?.id ?? null,
  };
}
