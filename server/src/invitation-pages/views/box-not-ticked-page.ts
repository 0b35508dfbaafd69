import { html } from 'hono/html';
import { pageDocument } from '../markup/document.ts';
import { guideOffer } from '../markup/guide-offer.ts';
import { moment } from '../markup/moment.ts';
import { hero, line, lines, postButton } from '../markup/parts.ts';
import { isolated, sentence, type Html } from '../markup/sentence.ts';
import { takeBack } from '../markup/take-back.ts';
import type { ConsentResultPage, PageContext } from '../model.ts';

/** Approved for one person only. The way on has no box that could be overlooked. */
export function boxNotTickedPage(model: ConsentResultPage, context: PageContext): Html {
  const { words } = context;
  const text = words.pages.boxNotTicked;
  const { organization } = model.invitation;
  const service = words.pages.services[model.service.kind];
  const oneOnly = sentence(model.account === null ? service.somebodyOnly : service.oneOnly, { organization });
  const main = html`${hero({
      icon: 'action',
      tone: 'action',
      title: text.title,
      lead: html`${oneOnly} ${sentence(text.again, { organization })}`,
    })}
    <div class="cols">
      <div class="lk-sections">
        <div class="cta">
          <p class="lk-emptybox"><span class="lk-tickbox" aria-hidden="true"></span><b>${text.box}</b></p>
          <p class="lk-soft"><b>${text.boxState}.</b> ${text.boxReason}</p>
        </div>
        ${lines([rightTenant(model, context), holdsFor(model, context)])} ${guideOffer(context)}
        ${takeBack(context, model.receipt.appId)}
      </div>
      <section class="cta">
        ${postButton(context.paths.approveOrganization, { label: text.approve })}
        <p class="lk-soft">${words.pages.openMicrosoft}</p>
        <p class="lk-soft">${text.others}</p>
      </section>
    </div>`;
  return pageDocument(context, { title: text.title, main, invitation: model.invitation });
}

/** Green only where the check says so. */
function rightTenant({ verdict, invitation }: ConsentResultPage, { words }: PageContext): Html {
  const passed = verdict.checks.some((check) => check.id === 'tenant' && check.result === 'passed');
  return line({
    icon: passed ? 'working' : 'unknown',
    tone: passed ? 'working' : 'unknown',
    text: passed ? words.pages.boxNotTicked.rightTenant : words.pages.proved.notPassed.tenant.open,
    detail: isolated(invitation.tenant),
  });
}

function holdsFor({ account, verdict }: ConsentResultPage, { words, language }: PageContext): Html {
  const text = words.pages.boxNotTicked;
  return line({
    icon: 'action',
    tone: 'action',
    text: account === null ? text.holdsForOne : sentence(text.holdsFor, { account }),
    detail: sentence(text.readBack, { time: moment(verdict.at, language, 'second') }),
  });
}
