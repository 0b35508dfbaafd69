import { Hono } from 'hono';
import * as z from 'zod/mini';
import { fail } from '../http/fail.ts';
import type { HttpContext, HttpEnvironment } from '../http/context.ts';
import { switchPages } from '../invitation-pages/model.ts';
import { ofInvitation, pathOf, paths } from '../invitation-pages/paths.ts';
import type { AsksForNewOnes } from './ask-for-new-one.ts';
import { isFromOurPage, setLanguageCookie, setVisitCookie, visitCookie } from './cookies.ts';
import { isStartable } from './life.ts';
import type { PageSubject } from './page-facts.ts';
import { isChosenLanguage } from './page-language.ts';
import type { TellsResults, Told } from './result-page.ts';
import type { ShowsPages } from './show-page.ts';
import type { OpensVisits } from './visit-service.ts';

export interface InvitationPageServices {
  readonly visits: OpensVisits;
  readonly results: TellsResults;
  readonly newOnes: AsksForNewOnes;
  readonly pages: ShowsPages;
  /** Whether this browser made the newest start of the invitation. */
  readonly ownsNewestStart: (c: HttpContext, subject: PageSubject) => Promise<boolean>;
  readonly now: () => Date;
}

const Opening = z.strictObject({ token: z.string().check(z.maxLength(200)) });
const typedCodeShape = /^[0-9A-Z]{16}$/;

/** What a customer's admin meets: the landing page, the typed code, the invitation, and how things stand. GET changes nothing. */
export function invitationPageRoutes(services: InvitationPageServices): Hono<HttpEnvironment> {
  const { visits, results, pages } = services;
  return (
    new Hono<HttpEnvironment>()
      .get(paths.landing, (c) => pages.show(c, { page: 'landing', code: null }))
      // Where a form was sent: whoever loads it again, or comes back to it, is led to the page with the form.
      .get(paths.code, (c) => c.redirect(paths.landing, 303))
      .on('GET', [paths.start, paths.approveOrganization, paths.pastedError, paths.guide, paths.askForNewOne], (c) =>
        c.redirect(sameInvitation(c, paths.result), 303),
      )
      .post(paths.open, async (c) => {
        if (!isFromOurPage(c)) return fail(c, 'request_origin_refused');
        if (!/^application\/json\b/.test(c.req.header('content-type') ?? ''))
          return fail(c, 'request_type_unsupported');
        const opening = Opening.safeParse(await c.req.json().catch(() => undefined));
        if (!opening.success) return fail(c, 'request_invalid');
        if (opening.data.token === '') return fail(c, 'link_incomplete');
        const opened = await visits.open(opening.data.token, c.get('requestId'));
        if (!opened.ok) return fail(c, opened.error.code);
        setVisitCookie(c, opened.value);
        return c.body(null, 204, { 'content-location': pathOf(paths.invitation, opened.value.invitationId) });
      })
      .post(paths.code, async (c) => {
        if (!isFromOurPage(c)) return pages.end(c, 'request_refused', 403);
        const { code } = await c.req.parseBody().catch(() => ({ code: '' }));
        return openByCode(services, c, typeof code === 'string' ? code.slice(0, 100) : '');
      })
      .get(paths.language, (c) =>
        c.redirect(visitCookie(c) === undefined ? paths.landing : sameInvitation(c, paths.result), 303),
      )
      .post(paths.language, async (c) => {
        if (!isFromOurPage(c)) return pages.end(c, 'request_refused', 403);
        const { language, page } = await c.req.parseBody().catch(() => ({ language: '', page: '' }));
        if (isChosenLanguage(language)) setLanguageCookie(c, language);
        const here = switchPages.find((known) => known === page) ?? 'landing';
        return c.redirect(here === 'landing' ? paths.landing : sameInvitation(c, paths[here]), 303);
      })
      .post(paths.askForNewOne, async (c) => {
        if (!isFromOurPage(c)) return pages.end(c, 'request_refused', 403);
        const subject = await visits.find(visitCookie(c));
        if (subject === undefined) return pages.end(c, 'visit_missing', 404);
        await services.newOnes.ask(subject.invitation, c.get('requestId'));
        return c.redirect(pathOf(paths.result, subject.invitation.id), 303);
      })
      .get(paths.invitation, (c) => tellHolder(services, c, (subject) => results.invitation(subject)))
      .get(paths.result, (c) =>
        tellHolder(services, c, async (subject) => results.result(subject, await services.ownsNewestStart(c, subject))),
      )
  );
}

/** Another address that is about the invitation of this one, if this one names any. */
function sameInvitation(c: HttpContext, path: string): string {
  const named = c.req.query(ofInvitation);
  return named === undefined ? path : pathOf(path, encodeURIComponent(named));
}

async function openByCode(services: InvitationPageServices, c: HttpContext, typed: string): Promise<Response> {
  const { visits, pages } = services;
  const isCode = typedCodeShape.test(typed.toUpperCase().replace(/[\s\p{Pd}]/gu, ''));
  if (!isCode) return pages.show(c, { page: 'landing', code: { typed, refused: 'malformed' } }, 422);
  const opened = await visits.openByCode(typed);
  if (!opened.ok) {
    const isFormer = opened.error.code === 'link_renewed';
    const refused = isFormer ? 'renewed' : 'unknown';
    return pages.show(c, { page: 'landing', code: { typed, refused } }, isFormer ? 410 : 404);
  }
  setVisitCookie(c, opened.value);
  return c.redirect(pathOf(paths.invitation, opened.value.invitationId), 303);
}

/** Tells a link's holder; anybody else is told to open the link. */
async function tellHolder(
  { visits, pages, now }: InvitationPageServices,
  c: HttpContext,
  ask: (subject: PageSubject) => Promise<Told>,
): Promise<Response> {
  const subject = await visits.find(visitCookie(c));
  if (subject === undefined) return pages.end(c, 'visit_missing', 404);
  const told = await ask(subject);
  if (told.tell === 'again') return c.redirect(pathOf(paths.invitation, subject.invitation.id), 303);
  if (told.tell === 'page') return pages.show(c, told.page, told.status);
  const mayStart = isStartable(subject.invitation, now());
  return pages.end(c, told.ending, told.status, { ...subject, mayStart, error: told.error ?? null });
}
