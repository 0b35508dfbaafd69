/** What Graph answers to one request, whether it came alone or inside a batch. */
export interface GraphReply {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The ids that an error of Graph names. */
export interface GraphIds {
  readonly requestId: string;
  readonly correlationId: string;
  readonly now: number;
}

/** An error in Graph's own shape. */
export function graphError(status: number, code: string, message: string, ids: GraphIds): GraphReply {
  return {
    status,
    body: {
      error: {
        code,
        message,
        innerError: {
          date: new Date(ids.now).toISOString().slice(0, 19),
          'request-id': ids.requestId,
          'client-request-id': ids.correlationId,
        },
      },
    },
  };
}

/** The error code of a reply, if it is one: for the log. */
export function errorCodeOf({ body }: GraphReply): string | undefined {
  const code = (body as { error?: { code?: unknown } } | undefined)?.error?.code;
  return typeof code === 'string' ? code : undefined;
}
