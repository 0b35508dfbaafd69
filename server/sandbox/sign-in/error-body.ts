import type { RequestFacts } from '../log/logged.ts';
import type { Refusal } from './errors.ts';

/** Where Microsoft explains a number. */
export const errorUri = (code: number): string => `https://login.microsoftonline.com/error?code=${code}`;

/** A time as Entra writes it in errors: seconds, with a space. */
export const errorTime = (now: number): string =>
  new Date(now)
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z/, 'Z');

/** The text with its trace, as it stands in `error_description`. */
export const errorDescription = ({ message }: Refusal, facts: RequestFacts, now: number): string =>
  [
    message,
    `Trace ID: ${facts.requestId}`,
    `Correlation ID: ${facts.correlationId}`,
    `Timestamp: ${errorTime(now)}`,
  ].join('\r\n');

/** The JSON body of an error of the sign-in service. */
export function errorBody(refusal: Refusal, facts: RequestFacts, now: number) {
  return {
    error: refusal.error,
    error_description: errorDescription(refusal, facts, now),
    error_codes: [refusal.code],
    timestamp: errorTime(now),
    trace_id: facts.requestId,
    correlation_id: facts.correlationId,
    error_uri: errorUri(refusal.code),
    ...(refusal.suberror !== undefined && { suberror: refusal.suberror }),
  };
}
