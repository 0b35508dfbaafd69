import type { Connection } from '../connections/connection-repository.ts';
import type { Receipt } from '../invitation-pages/model.ts';

/** What a consent leaves behind on record. Who gave it is not in it: that is told to the browser that did, and to nobody else. */
export const receiptOf = (
  { tenantId, registrationObjectId, consentChangedAt }: Connection,
  appId: string,
): Receipt => ({ appId, tenantId, registrationObjectId, approvedAt: consentChangedAt });
