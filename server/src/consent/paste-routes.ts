import { Hono } from 'hono';
import type { HttpContext, HttpEnvironment } from '../http/context.ts';
import { pathOf, paths } from '../invitation-pages/paths.ts';
import { isFromOurPage, visitCookie } from '../invitations/cookies.ts';
import { isStartable } from '../invitations/life.ts';
import { invitationFacts } from '../invitations/page-facts.ts';
import type { ShowsPages } from '../invitations/show-page.ts';
import type { OpensVisits } from '../invitations/visit-service.ts';
import type { TakesPastedErrors } from './take-pasted-error.ts';

export interface PasteServices {
  readonly visits: OpensVisits;
  readonly pastes: TakesPastedErrors;
  readonly pages: ShowsPages;
  readonly now: () => Date;
}

/** "Microsoft's page shows an error? Paste it": from who holds the link, by a form of our own page. */
export const pasteRoutes = (services: PasteServices): Hono<HttpEnvironment> =>
  new Hono<HttpEnvironment>().post(paths.pastedError, (c) => takePaste(services, c));

async function takePaste({ visits, pastes, pages, now }: PasteServices, c: HttpContext): Promise<Response> {
  if (!isFromOurPage(c)) return pages.end(c, 'request_refused', 403);
  const subject = await visits.find(visitCookie(c));
  if (subject === undefined) return pages.end(c, 'visit_missing', 404);
  const { text } = await c.req.parseBody().catch(() => ({ text: '' }));
  const outcome = await pastes.take(subject, typeof text === 'string' ? text : '', c.get('requestId'));
  if (outcome === 'moved') return c.redirect(pathOf(paths.result, subject.invitation.id), 303);
  const mayStart = isStartable(subject.invitation, now());
  const status = typeof outcome === 'string' ? 422 : 200;
  return pages.show(c, { page: 'pasted_error', invitation: invitationFacts(subject), outcome, mayStart }, status);
}
