import type { AcknowledgementView, PasswordView } from '@latchkey/shared/api/passwords';
import type { OperatorRole } from '@latchkey/shared/api/endpoint';
import type { Acknowledgement, StoredPassword } from './password-repository.ts';
import type { TriesLeft } from './tries.ts';

/** Everything about a password but the password. There is nothing in it from which one could be made. */
export const passwordView = (stored: StoredPassword, tries: TriesLeft, role: OperatorRole): PasswordView => ({
  username: role === 'Monitor' ? null : stored.username,
  storedAt: stored.storedAt,
  storedBy: stored.storedBy,
  hasSpacesAtEnds: stored.hasSpacesAtEnds,
  provedAt: stored.provedAt,
  lastTry: stored.lastTry === null ? null : { ...stored.lastTry },
  triesLeft: tries.triesLeft,
  nextTryAt: tries.nextTryAt,
});

export const acknowledgementView = (stored: Acknowledgement): AcknowledgementView => ({
  name: stored.name,
  date: stored.date,
  how: stored.how,
  recordedAt: stored.recordedAt,
  recordedBy: stored.recordedBy,
});
