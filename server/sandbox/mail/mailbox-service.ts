import { Hono } from 'hono';
import { html } from 'hono/html';
import { words } from '../words.ts';
import type { World } from '../world/world.ts';
import type { ReceivedMail } from './mailbox.ts';

/** A mail is drawn in a frame that takes this policy over: it may look as it likes, and do nothing. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

type Fragment = ReturnType<typeof html>;

const page = (title: string, body: Fragment, refreshes: boolean) =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        ${refreshes ? html`<meta http-equiv="refresh" content="5" />` : ''}
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <style>
          body {
            margin: 0;
            font:
              14px/1.5 system-ui,
              sans-serif;
            color: #1b2430;
            background: #f2f5f8;
          }
          aside {
            padding: 0.4rem 1rem;
            text-align: center;
            font-weight: 600;
            color: #3d2a00;
            background: #ffe08a;
          }
          main {
            max-width: 52rem;
            margin: 1rem auto;
            padding: 0 1rem;
          }
          iframe {
            width: 100%;
            height: 44rem;
            border: 1px solid #b9c2cb;
            background: #fff;
          }
          pre {
            white-space: pre-wrap;
            overflow-wrap: anywhere;
          }
        </style>
      </head>
      <body>
        <aside aria-label="Practice">${words.mailbox.mark}</aside>
        <main>${body}</main>
      </body>
    </html>`;

const list = (mails: readonly ReceivedMail[]): Fragment =>
  html`<h1>${words.mailbox.name}</h1>
    ${mails.length === 0 ? html`<p>${words.mailbox.empty}</p>` : ''}
    <ul>
      ${mails.map(
        ({ sequence, subject, to }) =>
          html`<li>
            <a href="/mails/${sequence}">${subject === '' ? words.mailbox.noSubject : subject}</a> · ${to.join(', ')}
          </li>`,
      )}
    </ul>`;

/** As programs for mail do it: whatever is pressed in a mail opens beside it. */
const inNewTabs = (drawn: string): string => drawn.replace(/<head[^>]*>/i, '$&<base target="_blank" />');

const one = ({ subject, from, to, text, html: drawn }: ReceivedMail): Fragment =>
  html`<p><a href="/">${words.mailbox.name}</a></p>
    <h1>${subject}</h1>
    <p>${from} → ${to.join(', ')}</p>
    <iframe
      title="${words.mailbox.message}"
      sandbox="allow-popups allow-popups-to-escape-sandbox"
      srcdoc="${inNewTabs(drawn)}"
    ></iframe>
    <h2>${words.mailbox.asText}</h2>
    <pre>${text}</pre>`;

/** The mailbox of everybody in the situation: what arrived, newest first. */
export function mailboxService(world: World) {
  return new Hono()
    .use(async (c, next) => {
      await next();
      c.header('content-security-policy', policy);
      c.header('cache-control', 'no-store');
    })
    .get('/', (c) => c.html(page(words.mailbox.name, list(world.state.mailbox.all().toReversed()), true)))
    .get('/mails/:sequence', (c) => {
      const mail = world.state.mailbox.all().find(({ sequence }) => String(sequence) === c.req.param('sequence'));
      return mail === undefined ? c.notFound() : c.html(page(mail.subject, one(mail), false));
    });
}
