import { html } from 'hono/html';
import type { Person } from '../../directory/records.ts';
import { words } from '../../words.ts';
import { step, type Page } from './layout.ts';

/** Asks who signs in. */
export const accountPage = (flow: string, typed = '', problem?: string): Page => ({
  title: words.account.title,
  body: html`<h1>${words.account.title}</h1>
    ${problem === undefined ? '' : html`<p class="problem" role="alert">${problem}</p>`}
    ${step(
      'account',
      flow,
      html`<label for="username">${words.account.label}</label>
        <input id="username" name="username" type="text" autocomplete="username" value="${typed}" autofocus required />
        <div class="buttons"><button class="first">${words.account.next}</button></div>`,
    )}`,
});

/** Offers the accounts that are signed in already. */
export const pickPage = (flow: string, people: readonly Person[]): Page => ({
  title: words.pick.title,
  body: html`<h1>${words.pick.title}</h1>
    ${step(
      'account',
      flow,
      html`${people.map(
          ({ id, name, username }) =>
            html`<button class="pick" name="person" value="${id}">
              ${name}<br /><span class="account">${username} · ${words.pick.signedIn}</span>
            </button>`,
        )}<button class="pick" name="another" value="yes">${words.pick.another}</button>`,
    )}`,
});
