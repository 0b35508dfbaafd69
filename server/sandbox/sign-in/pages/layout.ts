import { html, raw } from 'hono/html';
import { randomBytes } from 'node:crypto';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { Ask } from '../../log/logged.ts';
import { words } from '../../words.ts';
import { style } from './style.ts';

export type Fragment = HtmlEscapedString | Promise<HtmlEscapedString>;

/** A page of the sign-in service: what its tab says and what stands in it. */
export interface Page {
  readonly title: string;
  readonly body: Fragment;
  /** Runs once the page is there. Only the self-posting form needs it. */
  readonly script?: string;
}

// Not 'self' alone: Chromium applies form-action to the redirects that follow a form, and these end at applications.
const formTargets = "'self' https: http://127.0.0.1:* http://localhost:*";

/** Renders a page with its strict policy. */
export async function show(c: Ask, page: Page, status: 200 | 400 = 200): Promise<Response> {
  const nonce = randomBytes(16).toString('base64');
  c.header(
    'content-security-policy',
    `default-src 'none'; img-src data:; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; form-action ${formTargets}; base-uri 'none'; frame-ancestors 'none'`,
  );
  c.header('cache-control', 'no-store');
  c.header('referrer-policy', 'strict-origin-when-cross-origin');
  const text = await html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${page.title} · ${words.practice.name}</title>
        <link rel="icon" href="data:," />
        <style nonce="${nonce}">
          ${raw(style)}
        </style>
      </head>
      <body>
        <p class="practice" role="note">${words.practice.mark}</p>
        <main>${page.body}</main>
        ${
          page.script === undefined
            ? ''
            : html`<script nonce="${nonce}">
                ${raw(page.script)};
              </script>`
        }
      </body>
    </html>`;
  return c.html(text, status);
}

/** A form that goes to the next step of the flow. */
export const step = (action: string, flow: string, fields: Fragment): Fragment =>
  html`<form method="post" action="/common/sign-in/${action}">
    <input type="hidden" name="flow" value="${flow}" />
    ${fields}
  </form>`;
