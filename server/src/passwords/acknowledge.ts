import type { AcknowledgementView } from '@latchkey/shared/api/passwords';
import type { Result } from '@latchkey/shared/result';
import { transactOrRefuse } from '../audit/transact.ts';
import type { Clock } from '../clock.ts';
import type { Store } from '../storage/store.ts';
import { acknowledgementView } from './password-view.ts';
import type { CustomerRequest } from './customer-request.ts';

type AcknowledgeFault = 'customer_not_found' | 'acknowledgement_date';

export interface RecordsAcknowledgements {
  record(
    request: CustomerRequest & { readonly name: string; readonly date: string; readonly how: string },
  ): Promise<Result<AcknowledgementView, AcknowledgeFault>>;
}

/** East of here the day may have begun already; a day later it has begun nowhere. */
const dayMs = 24 * 3_600_000;

/** Records who of the customer knows what keeping a password means, since when, and how they said so. */
export const createAcknowledger = ({
  store,
  now,
}: {
  readonly store: Store;
  readonly now: Clock;
}): RecordsAcknowledgements => ({
  record: ({ customerId, name, date, how, actor, requestId }) =>
    transactOrRefuse<AcknowledgementView, AcknowledgeFault>(store, async (tx, refuse) => {
      const at = now();
      if ((await tx.customers.find(customerId)) === undefined) throw refuse('customer_not_found');
      if (Date.parse(date) > at.getTime() + dayMs) throw refuse('acknowledgement_date');
      const recordedAt = at.toISOString();
      const acknowledgement = { customerId, name, date, how, recordedAt, recordedBy: actor.name ?? '' };
      await tx.passwords.putAcknowledgement(acknowledgement);
      await tx.audit.append({
        at: recordedAt,
        action: 'customer.acknowledged',
        actor,
        customerId,
        requestId,
        details: { name, date, how },
      });
      return acknowledgementView(acknowledgement);
    }),
});
