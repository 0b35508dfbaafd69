import { html } from 'hono/html';
import type { PageContext } from '../model.ts';
import type { Html } from './sentence.ts';

/** As long as Microsoft's longest pages, and some. */
const longestText = 16_000;

/** The box for an error that stayed on Microsoft's page: a form, so that it needs no script. It never asks for an address. */
export const pasteBox = ({ words, paths }: PageContext): Html =>
  html`<form class="cta lk-single" method="post" action="${paths.pastedError}">
    <h2 id="paste-title">${words.pages.paste.title}</h2>
    <div class="lk-field">
      <label for="pasted">${words.pages.paste.label}</label>
      <textarea
        class="lk-input lk-textarea"
        id="pasted"
        name="text"
        rows="4"
        required
        maxlength="${longestText}"
        autocomplete="off"
        spellcheck="false"
        dir="auto"
        aria-describedby="pasted-hint"
      ></textarea>
      <p class="lk-hint" id="pasted-hint">${words.pages.paste.hint}</p>
    </div>
    <button class="lk-btn lk-btn--wide" type="submit">${words.pages.paste.submit}</button>
  </form>`;
