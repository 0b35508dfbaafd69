import { html } from 'hono/html';
import type { ConsentResultPage, PageContext } from '../model.ts';
import { moment } from './moment.ts';
import { claim, fact, organization } from './parts.ts';
import { isolated, sentence, type Html } from './sentence.ts';

/** Who approved what for whom, when and for which app: what a customer keeps of it, on paper or as a file. */
export function recordCard({ invitation, receipt, account, isMailed }: ConsentResultPage, context: PageContext): Html {
  const { words, language, providerName: provider } = context;
  const text = words.pages.proved.record;
  const by =
    account === null
      ? fact(text.approvedBy, sentence(text.somebody, { organization: invitation.organization }), text.somebodyHint)
      : fact(text.approvedBy, isolated(account));
  return html`<section class="lk-card" aria-labelledby="record">
    <div class="lk-card__head"><h2 id="record">${text.title}</h2></div>
    <div class="lk-card__body">
      <dl class="facts">
        ${fact(text.approvedFor, organization(invitation))} ${fact(text.tenantId, claim(receipt.tenantId))} ${by}
        ${receipt.approvedAt === null ? '' : fact(text.approvedAt, moment(receipt.approvedAt, language, 'second'))}
        ${fact(text.app, sentence(text.appOf, { provider }), claim(receipt.appId))}
        ${receipt.registrationObjectId === null ? '' : fact(text.registration, claim(receipt.registrationObjectId))}
      </dl>
      <div class="lk-keep">
        <p>${isMailed ? text.mailed : text.notMailed}</p>
        <p class="lk-soft">${text.keep}</p>
        <button class="lk-btn lk-btn--wide" type="button" data-print hidden>${text.print}</button>
      </div>
    </div>
  </section>`;
}
