import { move } from '@latchkey/shared/invitations/status';
import { pageWords } from '@latchkey/shared/words/page-words';
import { customerLanguages, type ChosenLanguage } from '@latchkey/shared/words/customer-language';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Clock } from '../clock.ts';
import type { HttpContext } from '../http/context.ts';
import { loadPageAssets } from '../invitation-pages/assets.ts';
import type { AssetAddresses, BrandLook, EndingKey, EndingPage, Page, ToldError } from '../invitation-pages/model.ts';
import { pageHeaders } from '../invitation-pages/page-headers.ts';
import { renderPage } from '../invitation-pages/views.ts';
import { newOneAskedSince } from './ask-for-new-one.ts';
import type { Invitation } from './invitation-repository.ts';
import { invitationFacts, type PageSubject } from './page-facts.ts';
import { pageLanguage } from './page-language.ts';

/** Shows pages to a customer's admin, in their language. */
export interface ShowsPages {
  show(c: HttpContext, page: Page, status?: ContentfulStatusCode): Response | Promise<Response>;
  /** An ending. It names the organisation only to who holds the link. */
  end(
    c: HttpContext,
    ending: EndingKey,
    status: ContentfulStatusCode,
    about?: PageSubject & { readonly mayStart: boolean; readonly error?: ToldError | null },
  ): Response | Promise<Response>;
}

export interface PageSettings {
  readonly providerName: string;
  /** The deployment's own, where neither the customer's nor the reader's is known. */
  readonly language: ChosenLanguage;
  readonly assets: AssetAddresses;
  /** What an Admin chose for the pages. */
  readonly look: () => Promise<BrandLook>;
  readonly now: Clock;
}

function createPageShower({ providerName, language: usual, assets, look, now }: PageSettings): ShowsPages {
  const show: ShowsPages['show'] = async (c, page, status = 200) => {
    const language = pageLanguage(c, {
      ofCustomer: page.page === 'landing' ? undefined : page.invitation?.language,
      usual,
    });
    const words = pageWords[language];
    // A page that says what is wrong is shown without it, when the store itself is what is wrong.
    const brand = await look().catch(() => plainLook);
    const html = renderPage(page, { language, words, providerName, assets, brand, now: now().toISOString() });
    return c.html(html, status, { ...pageHeaders, 'content-language': customerLanguages[language].tag });
  };
  return {
    show,
    end: (c, ending, status, about) =>
      show(
        c,
        {
          page: 'ending',
          ending,
          invitation: about === undefined ? null : invitationFacts(about),
          error: about?.error ?? null,
          mayStart: about?.mayStart ?? false,
          newOne: ending === 'expired' && about !== undefined ? newOneOf(about.invitation) : null,
          mayApprove: about !== undefined && move(about.invitation.status, 'prove') !== undefined,
          reference: c.get('requestId'),
        },
        status,
      ),
  };
}

function newOneOf(invitation: Invitation): EndingPage['newOne'] {
  const askedAt = newOneAskedSince(invitation);
  return askedAt === null ? 'may_ask' : { askedAt };
}

/** The pages with what they are dressed in. */
export type OpenPages = ReturnType<typeof openPages>;

const plainLook: BrandLook = { style: null, logo: null };

export function openPages(
  { providerName, language }: Pick<PageSettings, 'providerName' | 'language'>,
  now: Clock,
  look: PageSettings['look'] = async () => plainLook,
) {
  const assets = loadPageAssets();
  return { assets, pages: createPageShower({ providerName, language, assets: assets.addresses, look, now }) };
}
