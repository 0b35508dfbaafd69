import { html } from 'hono/html';
import { checkLines } from '../markup/check-lines.ts';
import { pageDocument } from '../markup/document.ts';
import { evidenceLine } from '../markup/evidence-line.ts';
import { guideOffer } from '../markup/guide-offer.ts';
import { moment } from '../markup/moment.ts';
import { hero, linkButton, lines } from '../markup/parts.ts';
import { sentence, type Html } from '../markup/sentence.ts';
import { takeBack } from '../markup/take-back.ts';
import type { ConsentResultPage, PageContext } from '../model.ts';

/** The consent is young and Microsoft's services may not know it yet: too early to say, until when. */
export function settlingPage(model: ConsentResultPage, until: string, context: PageContext): Html {
  const { words, language, providerName: provider } = context;
  const text = words.pages.settling;
  const lead = sentence(text.lead, { time: moment(until, language), provider });
  const main = html`${hero({ icon: 'settling', tone: 'settling', title: text.title, lead })}
    <div class="cols">
      <section class="lk-card">
        <div class="lk-card__head">
          <h2>${words.pages.actionNeeded.looked}</h2>
          ${evidenceLine(model.verdict, context)}
        </div>
        <div class="lk-card__body">${lines(checkLines(model.verdict.checks, words))}</div>
      </section>
      <div class="lk-sections">
        <section class="cta">
          <p class="lk-soft">${text.next}</p>
          ${linkButton(context.paths.result, { label: text.look })}
        </section>
        ${guideOffer(context)} ${takeBack(context, model.receipt.appId)}
      </div>
    </div>`;
  return pageDocument(context, { title: text.title, main, invitation: model.invitation });
}
