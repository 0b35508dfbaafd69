import { randomBytes } from 'node:crypto';
import { html } from 'hono/html';
import type { Ask } from '../log/logged.ts';
import type { Fragment } from '../sign-in/pages/layout.ts';
import { words } from '../words.ts';

/** What a page may do beyond running its own script and style, which carry the page's nonce. */
interface Allowed {
  readonly connect: readonly string[];
  readonly frames: readonly string[];
  readonly ancestors: readonly string[];
}

const orNone = (sources: readonly string[]): string => (sources.length === 0 ? "'none'" : sources.join(' '));

const policyOf = (nonce: string, { connect, frames, ancestors }: Allowed): string =>
  [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    'img-src data:',
    `connect-src ${orNone(connect)}`,
    `frame-src ${orNone(frames)}`,
    `frame-ancestors ${orNone(ancestors)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

/** A page under a policy as strict as the portal's: nothing runs in it that does not carry its nonce. */
export async function strictPage(c: Ask, script: string, body: Fragment, allowed: Allowed): Promise<Response> {
  const nonce = randomBytes(16).toString('base64');
  c.header('content-security-policy', policyOf(nonce, allowed));
  c.header('cache-control', 'no-store');
  c.header('x-content-type-options', 'nosniff');
  return c.html(
    await html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>${words.practice.name}</title>
          <link rel="icon" href="data:," />
          <link rel="stylesheet" href="/portal-page/base.css" nonce="${nonce}" />
          <script type="module" src="/portal-page/${script}.ts" nonce="${nonce}"></script>
        </head>
        <body>
          ${body}
        </body>
      </html>`,
  );
}

/** Says on every page what this is. */
export const practiceNote: Fragment = html`<aside aria-label="${words.practice.name}">
  <p class="practice" role="note">${words.practice.mark}</p>
</aside>`;
