import { diagnose } from '@latchkey/shared/errors/doctor/diagnose';
import type { Found } from '@latchkey/shared/errors/doctor/found';
import { readPaste } from '@latchkey/shared/errors/doctor/read-paste';
import type { AuditLine } from '../audit/audit-repository.ts';
import type { ToldError } from '../invitation-pages/model.ts';

/** What is kept of an error, and all that is: the number, Microsoft's ids and its time. */
export interface KeptError {
  readonly aadsts: number | null;
  readonly error: string | null;
  readonly correlationId: string | null;
  readonly upstreamRequestId: string | null;
  readonly timestamp: string | null;
}

/** What may be kept of an error that was found. */
export const keptError = ({ aadsts, oauthError, correlationId, requestId, timestamp }: Found): KeptError => ({
  aadsts: aadsts[0] ?? null,
  error: oauthError,
  correlationId,
  upstreamRequestId: requestId,
  timestamp,
});

/** An error as it is told; null where nothing is an error in what was found. */
export function toldError(found: Found): ToldError | null {
  const diagnosis = diagnose(found);
  if (diagnosis === undefined) return null;
  const { correlationId, requestId, timestamp } = found;
  return { diagnosis, code: codeOf(diagnosis.source, diagnosis.key), correlationId, requestId, timestamp };
}

const codeOf = (source: string, key: string): string | null => {
  if (source === 'transport') return null;
  return source === 'aadsts' || source === 'unknown' ? `AADSTS${key}` : key;
};

/** The error that a line of the audit trail keeps, told again. */
export function errorOfLine({ details }: AuditLine): ToldError | null {
  const words = [
    typeof details['aadsts'] === 'number' ? `AADSTS${details['aadsts']}` : '',
    text('error: ', details['error']),
    text('Correlation ID: ', details['correlationId']),
    text('Request ID: ', details['upstreamRequestId']),
    text('Timestamp: ', details['timestamp']),
  ];
  const paste = readPaste(words.join('\n'));
  return paste.state === 'read' ? toldError(paste.found) : null;
}

const text = (label: string, value: unknown): string => (typeof value === 'string' ? `${label}${value}` : '');
