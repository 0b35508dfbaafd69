import type { Html } from './markup/sentence.ts';
import type { Page, PageContext, SwitchPage } from './model.ts';
import { paths, pathsOf } from './paths.ts';
import { consentResultPage } from './views/consent-result-page.ts';
import { endingPage } from './views/ending-page.ts';
import { guidePage } from './views/guide-page.ts';
import { invitationPage } from './views/invitation-page.ts';
import { landingPage } from './views/landing-page.ts';
import { leavingPage } from './views/leaving-page.ts';
import { pastedErrorPage } from './views/pasted-error-page.ts';
import { wrongTenantPage } from './views/wrong-tenant-page.ts';

/** What a page is made with; where it leads to, and where it can be loaded again, follows from the page itself. */
export type PageMaking = Omit<PageContext, 'paths' | 'here'>;

/** A page as HTML, ready for `c.html()`. Pure: the same model gives the same bytes. */
export function renderPage(model: Page, making: PageMaking): Html {
  const invitation = 'invitation' in model ? model.invitation : null;
  const known = invitation === null ? paths : pathsOf(invitation.id);
  const context: PageContext = { ...making, paths: known, here: hereOf(model) };
  switch (model.page) {
    case 'landing':
      return landingPage(model, context);
    case 'invitation':
      return invitationPage(model, context);
    case 'leaving':
      return leavingPage(model, context);
    case 'consent_result':
      return consentResultPage(model, context);
    case 'guide':
      return guidePage(model, context);
    case 'pasted_error':
      return pastedErrorPage(model, context);
    case 'wrong_tenant':
      return wrongTenantPage(model, context);
    case 'ending':
      return endingPage(model, context);
  }
}

function hereOf(model: Page): SwitchPage | null {
  switch (model.page) {
    case 'landing':
      return 'landing';
    case 'invitation':
      return 'invitation';
    case 'leaving':
    case 'guide':
      return null;
    default:
      return model.invitation === null ? null : 'result';
  }
}
