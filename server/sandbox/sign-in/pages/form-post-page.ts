import { html } from 'hono/html';
import { words } from '../../words.ts';
import type { Page } from './layout.ts';

/** Carries the answer to the application in a form that sends itself. */
export const formPostPage = (uri: string, parameters: URLSearchParams): Page => ({
  title: words.formPost.title,
  body: html`<form method="post" action="${uri}">
    ${[...parameters].map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
    <button class="first">${words.formPost.go}</button>
  </form>`,
  script: 'document.forms[0].submit();',
});
