import { html } from 'hono/html';
import type { AppRole, PermissionScope } from '../../directory/resources.ts';
import type { Registration } from '../../directory/records.ts';
import { words } from '../../words.ts';
import { step, type Fragment, type Page } from './layout.ts';

/** What a consent page shows. */
export interface ConsentView {
  readonly flow: string;
  readonly username: string;
  readonly client: Registration;
  readonly permissions: readonly (PermissionScope | AppRole)[];
  /** Shows "Consent on behalf of your organization". */
  readonly box: boolean;
  /** The page of /adminconsent: accepting it is always for everybody. */
  readonly forOrganization: boolean;
}

const box: Fragment = html`<div class="box">
    <input id="box" type="checkbox" name="box" value="yes" />
    <label for="box">${words.consent.box}</label>
  </div>
  <p class="hint">${words.consent.boxExplains}</p>`;

const permission = (one: PermissionScope | AppRole): Fragment =>
  html`<li>
    <details>
      <summary>${one.displayName}</summary>
      <p>${'description' in one ? one.description : ''} <code>${one.value}</code></p>
    </details>
  </li>`;

/** The page on which an administrator decides. */
export const consentPage = (view: ConsentView): Page => ({
  title: words.consent.title,
  body: html`<p class="account">${view.username}</p>
    <h1>${words.consent.title}</h1>
    ${view.forOrganization ? html`<p>${words.consent.forOrganization}</p>` : ''}
    <p><strong>${view.client.displayName}</strong><br />${words.consent.publisher}: ${view.client.publisher}</p>
    <p>${words.consent.wants}</p>
    <ul class="permissions">
      ${view.permissions.map(permission)}
    </ul>
    ${step(
      'consent',
      view.flow,
      html`${view.box ? box : ''}
        <p class="hint">${view.forOrganization ? words.consent.adminTrust : words.consent.trust}</p>
        <div class="buttons">
          <button class="first" name="answer" value="accept">${words.consent.accept}</button>
          <button name="answer" value="cancel">${words.consent.cancel}</button>
        </div>`,
    )}`,
});

/** Where somebody ends who may not consent. */
export const approvalPage = (flow: string, username: string, client: Registration, message: string): Page => ({
  title: words.approval.title,
  body: html`<p class="account">${username}</p>
    <h1>${words.approval.title}</h1>
    <p><strong>${client.displayName}</strong><br />${words.consent.publisher}: ${client.publisher}</p>
    <p>${words.approval.explains(client.displayName)}</p>
    <p class="hint">${message}</p>
    ${step(
      'account',
      flow,
      html`<p><button class="link" name="another" value="yes">${words.approval.another}</button></p>`,
    )}
    ${step(
      'consent',
      flow,
      html`<p><button class="link" name="answer" value="cancel">${words.approval.leave}</button></p>`,
    )}`,
});
