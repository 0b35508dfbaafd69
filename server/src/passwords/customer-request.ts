import type { OperatorRole } from '@latchkey/shared/api/endpoint';
import type { AuditActor } from '../audit/audit-repository.ts';

/** One operator's request about one customer. */
export interface CustomerRequest {
  readonly customerId: string;
  readonly actor: AuditActor;
  readonly role: OperatorRole;
  readonly requestId: string;
}
