import { Hono } from 'hono';
import { html } from 'hono/html';
import type { Person } from '../directory/records.ts';
import { mayConsentToDelegated } from '../directory/roles.ts';
import { logged, note, type Ask, type Env } from '../log/logged.ts';
import type { RequestLog } from '../log/request-log.ts';
import { personAtPortal } from '../portal/portal-sign-in.ts';
import { loginOrigin } from '../sign-in/metadata.ts';
import { words } from '../words.ts';
import type { World } from '../world/world.ts';
import type { ConsentRequest } from './consent-requests.ts';

const policy =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
const path = '/admin-consent-requests';

/** Enterprise applications → Activity → Admin consent requests, on the portal's hosts. */
export function requestsService(world: World, log: RequestLog, host: string) {
  return new Hono<Env>()
    .basePath(path)
    .use(logged(world, log, 'portal'))
    .use(async (c, next) => {
      await next();
      c.header('content-security-policy', policy);
      c.header('cache-control', 'no-store');
    })
    .get('/', (c) => {
      const person = personAtPortal(world, c)?.person;
      if (!person) return c.redirect(`/signin/start?tenant=${encodeURIComponent(c.req.query('tenant') ?? '')}`);
      return c.html(queuePage(world, host, person));
    })
    .post('/:id/deny', (c) => deny(world, c));
}

/** A reviewer denies; the requester may ask again. Nobody but Microsoft's own mail tells them. */
function deny(world: World, c: Ask) {
  const person = personAtPortal(world, c)?.person;
  const request = world.state.consentRequests.find(c.req.param('id') ?? '');
  if (!person || !request || request.tenantId !== person.tenantId || !mayConsentToDelegated(person.roles))
    return c.notFound();
  request.status = 'denied';
  note(c, { clientId: request.clientId });
  return c.redirect(path);
}

function queuePage(world: World, host: string, person: Person) {
  const all = world.state.consentRequests.of(person.tenantId);
  const pending = all.filter(({ status }) => status === 'pending');
  const decided = all.filter(({ status }) => status !== 'pending');
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${words.requests.title} · ${words.practice.name}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/portal-page/style.css" />
      </head>
      <body>
        <p class="practice" role="note">${words.practice.mark}</p>
        <main class="content">
          <h1>${words.requests.title}</h1>
          <p>${person.username}</p>
          <h2>${words.requests.pending}</h2>
          ${pending.length === 0 ? html`<p>${words.requests.none}</p>` : pending.map((one) => row(world, host, one))}
          <h2>${words.requests.all}</h2>
          <ul>
            ${decided.map((one) => html`<li>${clientName(world, one)}: ${words.requests[one.status]}</li>`)}
          </ul>
        </main>
      </body>
    </html>`;
}

const clientName = (world: World, { clientId }: ConsentRequest): string =>
  world.state.directory.registration(clientId)?.displayName ?? clientId;

function row(world: World, host: string, request: ConsentRequest) {
  const { id, tenantId, clientId, personId, justification } = request;
  const redirect = encodeURIComponent(`https://${host}/TokenAuthorize`);
  const review = `${loginOrigin}/${tenantId}/adminconsent?client_id=${clientId}&redirect_uri=${redirect}`;
  return html`<section aria-label="${clientName(world, request)}">
    <h3>${clientName(world, request)}</h3>
    <dl>
      <dt>${words.requests.by}</dt>
      <dd>${world.state.directory.person(personId)?.username ?? ''}</dd>
      <dt>${words.requests.why}</dt>
      <dd>${justification}</dd>
    </dl>
    <p><a href="${review}">${words.requests.review}</a></p>
    <form method="post" action="${path}/${id}/deny"><button>${words.requests.deny}</button></form>
  </section>`;
}
