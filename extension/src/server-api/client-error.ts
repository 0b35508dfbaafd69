import type { ErrorCode } from '@latchkey/shared/errors/catalogue';

/**
 * What can go wrong with a call: a code of the catalogue, or one of three things that only a client can see: nobody answered,
 * the answer is not what the endpoint promises, the server names an error that this version does not know.
 */
export type ClientCode = ErrorCode | 'offline' | 'reply_unreadable' | 'problem_unknown';

/** An error as plain data. The words stand in words.errors or words.clientErrors. */
export interface ClientError {
  readonly code: ClientCode;
  /** The server's own code, when we do not know it. */
  readonly unknownCode: string | null;
  /** The server's request id, for a support case. */
  readonly reference: string | null;
  readonly fields: readonly { readonly path: string; readonly code: string }[];
}

/** The outcome of a call. */
export type Reply<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: ClientError };

export const failed = (code: ClientCode, more: Partial<ClientError> = {}): { ok: false; error: ClientError } => ({
  ok: false,
  error: { code, unknownCode: null, reference: null, fields: [], ...more },
});

/** Codes after which the session is over, whoever hears them first. */
export const endsSession = (code: ClientCode): boolean => code === 'session_ended' || code === 'session_missing';
