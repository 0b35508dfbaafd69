import { AuthError, ServerError } from '@azure/msal-node';
import type { TokenObservation } from '@latchkey/shared/validation/observation';
import { aadstsNumber } from './aadsts.ts';
import { notReached, plainName, saysNothing } from './answers.ts';
import type { TokenExchange, TokenRefusalBody } from './token-network.ts';

type NotIssued = Exclude<TokenObservation, { state: 'issued' }>;
type TokenRefused = Extract<TokenObservation, { state: 'refused' }>;

/** Why there is no token: by what the wire said, and only where there was no wire by what MSAL threw. */
export function notIssued(error: unknown, exchange: TokenExchange | undefined): NotIssued {
  if (exchange === undefined) return byError(error, null);
  const { status, requestId, retryAfterSeconds, refusal } = exchange;
  if (status === null || saysNothing(status)) return { state: 'unreachable', status, retryAfterSeconds, requestId };
  return refusal === undefined ? byError(error, requestId) : byBody(refusal, requestId);
}

const byBody = (body: TokenRefusalBody, requestId: string | null): TokenRefused => ({
  state: 'refused',
  error: plainName(body.error) ?? unnamed,
  suberror: plainName(body.suberror),
  aadsts: body.error_codes?.[0] ?? aadstsNumber(body.error_description),
  correlationId: plainName(body.correlation_id),
  requestId,
});

/** An error whose name is none: it is not repeated. */
const unnamed = 'error_unnamed';

/**
 * MSAL has two shapes for the same refusal: OAuth's error in `errorCode` with the number in `errorNo`, and, out of its own throttling,
 * the number as `errorCode` with no `errorNo`. The second never came from the network, so it says nothing about the connection.
 */
function byError(error: unknown, requestId: string | null): NotIssued {
  if (!(error instanceof AuthError)) return { ...notReached, requestId };
  if (isLocalThrottle(error)) return { ...notReached, status: 429 };
  const number = error instanceof ServerError ? error.errorNo : undefined;
  return {
    state: 'refused',
    error: plainName(error.errorCode) ?? unnamed,
    suberror: plainName(error.subError),
    aadsts: number !== undefined && /^\d+$/.test(number) ? Number(number) : null,
    correlationId: plainName(error.correlationId),
    requestId,
  };
}

const isLocalThrottle = (error: AuthError): boolean =>
  error instanceof ServerError && error.errorNo === undefined && /^[\d ]*$/.test(error.errorCode);
