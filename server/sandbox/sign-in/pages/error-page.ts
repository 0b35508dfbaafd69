import { html } from 'hono/html';
import type { RequestFacts } from '../../log/logged.ts';
import { words } from '../../words.ts';
import { errorTime } from '../error-body.ts';
import type { Refusal } from '../errors.ts';
import type { Page } from './layout.ts';

/** The page on which an error stays. */
export const errorPage = (refusal: Refusal, facts: RequestFacts, now: number): Page => ({
  title: words.error.title,
  body: html`<h1>${words.error.title}</h1>
    <p>${words.error.sorry}</p>
    <p class="problem" role="alert">${refusal.message}</p>
    <dl>
      <dt>${words.error.requestId}</dt>
      <dd>${facts.requestId}</dd>
      <dt>${words.error.correlationId}</dt>
      <dd>${facts.correlationId}</dd>
      <dt>${words.error.timestamp}</dt>
      <dd>${errorTime(now)}</dd>
    </dl>`,
});
