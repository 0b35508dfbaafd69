import type { Context, MiddlewareHandler } from 'hono';
import type { Words } from '@latchkey/shared/words/words';

/** What every request carries once it has an id. */
export interface RequestVariables {
  readonly requestId: string;
  readonly words: Words;
  /** The caller's address as far as it can be believed. */
  readonly address: string;
  /** Who turned out to be calling; for the log. */
  operatorId?: string;
}

export interface HttpEnvironment {
  readonly Variables: RequestVariables;
}

export type HttpContext = Context<HttpEnvironment>;
export type Middleware = MiddlewareHandler<HttpEnvironment>;
