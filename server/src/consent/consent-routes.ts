import { errorCatalogue } from '@latchkey/shared/errors/catalogue';
import { move } from '@latchkey/shared/invitations/status';
import type { Result } from '@latchkey/shared/result';
import { Hono } from 'hono';
import type { HttpContext, HttpEnvironment } from '../http/context.ts';
import type { EndingKey } from '../invitation-pages/model.ts';
import { pathOf, paths } from '../invitation-pages/paths.ts';
import { isFromOurPage, setStartCookie, startCookie, visitCookie } from '../invitations/cookies.ts';
import { isPastConsent, isStartable } from '../invitations/life.ts';
import { invitationFacts } from '../invitations/page-facts.ts';
import type { ShowsPages } from '../invitations/show-page.ts';
import type { OpensVisits, VisitFor } from '../invitations/visit-service.ts';
import type { FinishesApproval } from './finish-approval.ts';
import type { FinishesSignIn } from './finish-sign-in.ts';
import { readAnswer } from './read-answer.ts';
import type { Started, StartFault, StartsConsent } from './start-consent.ts';
import type { NotTaken } from './take-answer.ts';

export interface ConsentServices {
  readonly visits: OpensVisits;
  readonly starter: StartsConsent;
  readonly signIn: FinishesSignIn;
  readonly approval: FinishesApproval;
  readonly pages: ShowsPages;
  /** The invitation for which Microsoft was asked, by the state that came back. */
  readonly startedFor: (state: string) => Promise<string | undefined>;
  readonly now: () => Date;
}

/** Which ending a refused start or an answer that was not taken is told by. */
const endingOf = {
  consent_state_unknown: 'answer_unknown',
  consent_cookie_missing: 'answer_elsewhere',
  consent_answer_used: 'answer_used',
  consent_superseded: 'start_superseded',
  consent_answer_late: 'answer_late',
  invitation_move_illegal: 'unexpected',
  invitation_expired: 'expired',
  invitation_cancelled: 'cancelled',
  invitation_superseded: 'invitation_superseded',
  invitation_used: 'used',
  changed_meanwhile: 'unexpected',
} as const satisfies Record<NotTaken | StartFault, EndingKey>;

const notTaken = Object.keys(endingOf).filter((code) => code.startsWith('consent_')) as readonly string[];
const isNotTaken = (code: string): code is NotTaken => notTaken.includes(code);

/** To Microsoft and back. */
export function consentRoutes(services: ConsentServices): Hono<HttpEnvironment> {
  const { starter, signIn, approval } = services;
  return new Hono<HttpEnvironment>()
    .post(paths.start, (c) => leave(services, c, (request) => starter.start(request)))
    .post(paths.approveOrganization, (c) => leave(services, c, (request) => starter.approveOrganization(request)))
    .get('/consent/callback', (c) => comeBack(services, c, (answer) => signIn.finish(answer)))
    .get('/consent/admin-callback', (c) => comeBack(services, c, (answer) => approval.finish(answer)));
}

/** A link and a refresh, with 200: a redirect that answers a form is blocked by our own policy. */
async function leave(
  services: ConsentServices,
  c: HttpContext,
  start: (request: VisitFor & { readonly requestId: string }) => Promise<Result<Started, StartFault>>,
): Promise<Response> {
  const { visits, pages } = services;
  if (!isFromOurPage(c)) return pages.end(c, 'request_refused', 403);
  const subject = await visits.find(visitCookie(c));
  if (subject === undefined) return pages.end(c, 'visit_missing', 404);
  const started = await start({ ...subject, requestId: c.get('requestId') });
  if (!started.ok) return tell(services, c, started.error.code, subject);
  const { startId, kind, cookie, address } = started.value;
  setStartCookie(c, startId, cookie);
  return pages.show(c, { page: 'leaving', invitation: invitationFacts(subject), kind, to: address });
}

/** What was taken leads to a clean address, whatever it came to; what was not taken is told here, and changed nothing. */
async function comeBack(
  services: ConsentServices,
  c: HttpContext,
  finish: FinishesSignIn['finish'] | FinishesApproval['finish'],
): Promise<Response> {
  const answer = readAnswer(new URL(c.req.url).searchParams);
  const finished = await finish({
    answer,
    cookieOf: (startId) => startCookie(c, startId),
    requestId: c.get('requestId'),
  });
  const invitationId = answer && (await services.startedFor(answer.state));
  if (finished.ok || !isNotTaken(finished.error.code))
    return c.redirect(invitationId === undefined ? paths.result : pathOf(paths.result, invitationId), 303);
  const subject = await services.visits.find(visitCookie(c, invitationId));
  return tell(services, c, whyReally(finished.error.code, subject), subject);
}

/** A start is also closed by what ended its invitation: who holds the link is told that, and not of another window. */
function whyReally(code: NotTaken, subject: VisitFor | undefined): NotTaken | StartFault {
  if (code !== 'consent_superseded' || subject === undefined) return code;
  const { status } = subject.invitation;
  if (status === 'cancelled') return 'invitation_cancelled';
  if (status === 'superseded') return 'invitation_superseded';
  // What is on record and not proved has something left to do.
  return isPastConsent(subject.invitation) && move(status, 'prove') === undefined ? 'invitation_used' : code;
}

function tell(
  { pages, now }: ConsentServices,
  c: HttpContext,
  code: NotTaken | StartFault,
  subject: VisitFor | undefined,
): Response | Promise<Response> {
  const { status } = errorCatalogue[code];
  const about = subject && { ...subject, mayStart: isStartable(subject.invitation, now()) };
  return pages.end(c, endingOf[code], status, about);
}
