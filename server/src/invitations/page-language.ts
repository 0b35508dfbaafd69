import {
  chosenLanguages,
  customerLanguages,
  type ChosenLanguage,
  type CustomerLanguage,
} from '@latchkey/shared/words/customer-language';
import { accepts } from 'hono/accepts';
import type { HttpContext } from '../http/context.ts';
import { languageCookie } from './cookies.ts';

export const isChosenLanguage = (text: unknown): text is ChosenLanguage =>
  chosenLanguages.some((language) => language === text);

/**
 * In which language a page is: as the reader has chosen; else the customer's own, where the page knows one; else what the browser asks
 * for, and at last the deployment's. The test language is whose browser asks for nothing else.
 */
export function pageLanguage(
  c: HttpContext,
  { ofCustomer, usual }: { readonly ofCustomer: ChosenLanguage | undefined; readonly usual: ChosenLanguage },
): CustomerLanguage {
  if ((c.req.header('accept-language') ?? '').startsWith(customerLanguages.pseudo.tag)) return 'pseudo';
  const chosen = languageCookie(c);
  if (isChosenLanguage(chosen)) return chosen;
  return ofCustomer ?? askedFor(c) ?? usual;
}

/** The best of what a browser asks for that we have; of a region, its language (`de-AT` is German). */
function askedFor(c: HttpContext): ChosenLanguage | undefined {
  const found = accepts(c, {
    header: 'Accept-Language',
    supports: [...chosenLanguages],
    default: '',
    match: (wanted, { default: none }) =>
      wanted
        .filter(({ q }) => q > 0)
        .toSorted((one, other) => other.q - one.q)
        .map(({ type }) => type.toLowerCase().split('-')[0])
        .find(isChosenLanguage) ?? none,
  });
  return isChosenLanguage(found) ? found : undefined;
}
