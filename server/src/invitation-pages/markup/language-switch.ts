import { chosenLanguages } from '@latchkey/shared/words/customer-language';
import { html } from 'hono/html';
import type { PageContext } from '../model.ts';
import type { Html } from './sentence.ts';

/**
 * The languages of these pages, each called by its own name: a form, since a choice is kept and GET changes nothing. On the landing
 * page it stands only where no link waits in the address: a form does not take the fragment along.
 */
export function languageSwitch({ words, paths, language, here }: PageContext): Html | '' {
  if (here === null) return '';
  const { title, names } = words.pages.language;
  return html`<form
    class="lk-languages"
    method="post"
    action="${paths.language}"
    aria-label="${title}"
    ${here === 'landing' ? html`data-when="plain incomplete"` : ''}
  >
    <input type="hidden" name="page" value="${here}" />
    ${chosenLanguages.map((one) =>
      one === language
        ? html`<b lang="${one}" aria-current="true">${names[one]}</b> `
        : html`<button type="submit" name="language" value="${one}" lang="${one}">${names[one]}</button> `,
    )}
  </form>`;
}
