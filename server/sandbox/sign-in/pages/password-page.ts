import { html } from 'hono/html';
import { words } from '../../words.ts';
import { step, type Page } from './layout.ts';

/** Asks for the password of a known account. */
export const passwordPage = (flow: string, username: string, problem?: string): Page => ({
  title: words.password.title,
  body: html`<p class="account">${username}</p>
    <h1>${words.password.title}</h1>
    ${problem === undefined ? '' : html`<p class="problem" role="alert">${problem}</p>`}
    ${step(
      'password',
      flow,
      html`<input type="text" autocomplete="username" value="${username}" hidden />
        <label for="password">${words.password.label}</label>
        <input id="password" name="password" type="password" autocomplete="current-password" autofocus required />
        <div class="buttons"><button class="first">${words.password.signIn}</button></div>`,
    )}`,
});

/** The second factor, on the same page for want of a telephone. */
export const mfaPage = (flow: string, username: string, number: number): Page => ({
  title: words.mfa.title,
  body: html`<p class="account">${username}</p>
    <h1>${words.mfa.title}</h1>
    <p>${words.mfa.explains}</p>
    <p class="number">${number}</p>
    ${step(
      'approve',
      flow,
      html`<div class="buttons"><button class="first" autofocus>${words.mfa.approve}</button></div>`,
    )}
    ${step('deny', flow, html`<p><button class="link">${words.mfa.deny}</button></p>`)}`,
});
