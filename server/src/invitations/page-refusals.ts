import { errorCatalogue } from '@latchkey/shared/errors/catalogue';
import { fail } from '../http/fail.ts';
import type { Refuses } from '../http/refuse.ts';
import type { EndingKey } from '../invitation-pages/model.ts';
import { paths } from '../invitation-pages/paths.ts';
import type { ShowsPages } from './show-page.ts';

const endingOf = {
  route_unknown: 'link_unknown',
  request_too_large: 'too_large',
  too_many_requests: 'too_many',
  storage_unavailable: 'unexpected',
  internal: 'unexpected',
} as const satisfies Record<Parameters<Refuses>[1], EndingKey>;

/** Where a person stands: all of an invitation's addresses but the one that the landing page's script calls. */
export const isPage = (path: string): boolean => /^\/(?:i|consent)(?:\/|$)/.test(path) && path !== paths.open;

/** What the whole application refuses, told to a person in words and to a program as a problem. */
export const createPageRefusals =
  (pages: ShowsPages): Refuses =>
  async (c, code) => {
    const problem = fail(c, code);
    if (!isPage(c.req.path)) return problem;
    const page = await pages.end(c, endingOf[code], errorCatalogue[code].status);
    const wait = problem.headers.get('retry-after');
    if (wait !== null) page.headers.set('retry-after', wait);
    return page;
  };
