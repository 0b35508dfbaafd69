import { html } from 'hono/html';
import type { Registration } from '../../directory/records.ts';
import { words } from '../../words.ts';
import { step, type Page } from './layout.ts';

/** "Approval required": where the admin consent workflow is on, the person may ask those who may consent. */
export const approvalRequiredPage = (flow: string, username: string, client: Registration, message: string): Page => ({
  title: words.workflow.required,
  body: html`<p class="account">${username}</p>
    <h1>${words.workflow.required}</h1>
    <p><strong>${client.displayName}</strong><br />${words.consent.publisher}: ${client.publisher}</p>
    <p>${words.workflow.explains}</p>
    <p class="hint">${message}</p>
    ${step(
      'request-approval',
      flow,
      html`<label for="justification">${words.workflow.justification}</label>
        <input id="justification" name="justification" type="text" maxlength="500" required />
        <div class="buttons"><button class="first">${words.workflow.request}</button></div>`,
    )}
    ${step(
      'consent',
      flow,
      html`<p><button class="link" name="answer" value="cancel">${words.approval.leave}</button></p>`,
    )}`,
});

/** The request has gone to the reviewers. Nothing of it reaches the application. */
export const requestSentPage = (username: string, client: Registration): Page => ({
  title: words.workflow.sent,
  body: html`<p class="account">${username}</p>
    <h1>${words.workflow.sent}</h1>
    <p><strong>${client.displayName}</strong></p>
    <p>${words.workflow.sentExplains}</p>`,
});
