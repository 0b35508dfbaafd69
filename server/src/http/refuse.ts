import type { ErrorCode } from '@latchkey/shared/errors/catalogue';
import type { HttpContext } from './context.ts';

/** Answers a request that no route has answered: a program by a problem, a person who stands on a page by a page. */
export type Refuses = (
  c: HttpContext,
  code: Extract<
    ErrorCode,
    'route_unknown' | 'request_too_large' | 'too_many_requests' | 'storage_unavailable' | 'internal'
  >,
) => Response | Promise<Response>;
