import { Hono } from 'hono';
import type { Clock } from './clock.ts';
import { consentRoutes } from './consent/consent-routes.ts';
import { pasteRoutes } from './consent/paste-routes.ts';
import { createPasteTaker } from './consent/take-pasted-error.ts';
import { createApprovalFinisher } from './consent/finish-approval.ts';
import { createSignInFinisher } from './consent/finish-sign-in.ts';
import { createConsentStarter } from './consent/start-consent.ts';
import { createStartFinder, createStartOwnership } from './consent/start-ownership.ts';
import { createAnswerTaker } from './consent/take-answer.ts';
import { createGuideCodes } from './guests/guide-codes.ts';
import { guidePageRoutes } from './guests/guide-page-routes.ts';
import { type ReadsGuides } from './guides/read-guide.ts';
import { logFault } from './http/request-start.ts';
import type { HttpEnvironment } from './http/context.ts';
import { pageAssetRoutes } from './invitation-pages/assets.ts';
import { createNewOneAsker } from './invitations/ask-for-new-one.ts';
import { invitationPageRoutes } from './invitations/invitation-page-routes.ts';
import { createResultTeller } from './invitations/result-page.ts';
import { type OpenPages } from './invitations/show-page.ts';
import { createVisits } from './invitations/visit-service.ts';
import type { Log } from './log/log.ts';
import { StorageUnavailable, type Store } from './storage/store.ts';

type Finishing = Omit<Parameters<typeof createSignInFinisher>[0], 'answers'> &
  Pick<Parameters<typeof createApprovalFinisher>[0], 'validator' | 'candidates'>;

interface PageDependencies {
  readonly configuration: { readonly consentClientId: string };
  readonly store: Store;
  readonly log: Log;
  readonly now: Clock;
}

/** The part of the composition root that knows what a customer's admin meets. */
export function pageRoutes(
  { configuration, store, log, now }: PageDependencies,
  guides: ReadsGuides,
  { assets, pages }: OpenPages,
  brand: Hono,
  finishing: Finishing,
): Hono<HttpEnvironment> {
  const answers = createAnswerTaker({ store, now });
  const visits = createVisits({ store, now });
  const results = createResultTeller({ reads: store.read, appId: configuration.consentClientId, now });
  const starter = createConsentStarter(finishing);
  const signIn = createSignInFinisher({ ...finishing, answers });
  const approval = createApprovalFinisher({ ...finishing, answers });
  const ownsNewestStart = createStartOwnership(store.read);
  return new Hono<HttpEnvironment>()
    .onError((error, c) => {
      logFault(log, c, error);
      const isOurs = !(error instanceof StorageUnavailable);
      return pages.end(c, 'unexpected', isOurs ? 500 : 503);
    })
    .route('/', guidePageRoutes({ visits, codes: createGuideCodes({ store, now }), guides, pages, now }))
    .route(
      '/',
      invitationPageRoutes({
        visits,
        results,
        newOnes: createNewOneAsker({ store, now }),
        pages,
        ownsNewestStart,
        now,
      }),
    )
    .route(
      '/',
      consentRoutes({ visits, starter, signIn, approval, pages, startedFor: createStartFinder(store.read), now }),
    )
    .route('/', pasteRoutes({ visits, pastes: createPasteTaker({ store, now }), pages, now }))
    .route('/', brand)
    .route('/', pageAssetRoutes(assets));
}
