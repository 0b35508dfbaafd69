import { Hono } from 'hono';
import type { ReadsGuides } from '../guides/read-guide.ts';
import type { HttpContext, HttpEnvironment } from '../http/context.ts';
import { pathOf, paths } from '../invitation-pages/paths.ts';
import { isFromOurPage, visitCookie } from '../invitations/cookies.ts';
import { isStartable } from '../invitations/life.ts';
import { invitationFacts } from '../invitations/page-facts.ts';
import type { ShowsPages } from '../invitations/show-page.ts';
import type { OpensVisits } from '../invitations/visit-service.ts';
import type { GuideCodes } from './guide-codes.ts';

export interface GuidePageServices {
  readonly visits: OpensVisits;
  readonly codes: GuideCodes;
  readonly guides: ReadsGuides;
  readonly pages: ShowsPages;
  readonly now: () => Date;
}

/** "Show me in the Azure portal": a page of its own that holds the one-time code. It is asked for by a button, never handed out. */
export const guidePageRoutes = (services: GuidePageServices): Hono<HttpEnvironment> =>
  new Hono<HttpEnvironment>().post(paths.guide, (c) => handOver(services, c));

async function handOver({ visits, codes, guides, pages, now }: GuidePageServices, c: HttpContext): Promise<Response> {
  if (!isFromOurPage(c)) return pages.end(c, 'request_refused', 403);
  const cookie = visitCookie(c);
  const subject = await visits.find(cookie);
  if (cookie === undefined || subject === undefined) return pages.end(c, 'visit_missing', 404);
  const { invitation } = subject;
  const code = await codes.make({ invitation, visitCookie: cookie, requestId: c.get('requestId') });
  // Nothing approved yet, or cancelled meanwhile: the invitation's page says which.
  if (!code.ok) return c.redirect(pathOf(paths.invitation, invitation.id), 303);
  const guide = await guides.read(invitation.id);
  if (!guide.ok) return pages.end(c, 'unexpected', 500, { ...subject, mayStart: isStartable(invitation, now()) });
  const { appId, permissionsBlade } = guide.value;
  return pages.show(c, {
    page: 'guide',
    invitation: invitationFacts(subject),
    oneTimeCode: code.value,
    appId,
    permissionsPage: permissionsBlade?.portal ?? null,
  });
}
