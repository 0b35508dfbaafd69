import { faultWords } from '@latchkey/shared/errors/doctor/fault-words';
import { html } from 'hono/html';
import { endings } from '../endings.ts';
import { pageDocument } from '../markup/document.ts';
import { errorFacts } from '../markup/error-facts.ts';
import { icon as drawn } from '../markup/icons.ts';
import { moment } from '../markup/moment.ts';
import { hero, linkButton, postButton, requestLine, startButton } from '../markup/parts.ts';
import { pasteBox } from '../markup/paste-box.ts';
import { sentence, type Html } from '../markup/sentence.ts';
import type { EndingPage, PageContext, ToldError } from '../model.ts';

/** What happened, and the one thing to do now. */
export function endingPage(model: EndingPage, context: PageContext): Html {
  const { words, providerName: provider } = context;
  const { icon, tone } = endings[model.ending];
  const { title, lead, next } = wordsOf(model, context);
  const organization = model.invitation?.organization ?? '';
  const sender = model.invitation?.sender ?? provider;
  const isAsked = typeof model.newOne === 'object' && model.newOne !== null;
  const todo = approvesAgain(model) ? words.pages.boxNotTicked.again : isAsked ? words.pages.newOne.next : next;
  const main = html`${hero({ icon, tone, title, lead: sentence(lead, { provider }) })}
    <section class="cta lk-single">
      <p>${sentence(todo, { provider, organization, sender })}</p>
      ${wayOn(model, context)} ${newOne(model, context)} ${requestLine(words, model.reference)}
    </section>
    ${errorFacts(model.error, context)} ${mayShowAnError(model) ? pasteBox(context) : ''}`;
  return pageDocument(context, { title, main, invitation: model.invitation });
}

/** An invitation that is over: a press tells the provider; once told, since when. */
function newOne(model: EndingPage, { words, paths, language, providerName: provider }: PageContext): Html | '' {
  const text = words.pages.newOne;
  if (model.newOne === null) return '';
  if (model.newOne === 'may_ask') return postButton(paths.askForNewOne, { label: text.ask });
  const time = moment(model.newOne.askedAt, language);
  return html`<p class="lk-check s-plain" role="status">
    ${drawn('check')}<span>${sentence(text.asked, { provider, time })}</span>
  </p>`;
}

/** What Microsoft said is more particular than how it ended, but where the ending itself is about approving. */
function wordsOf({ ending, error }: EndingPage, { words }: PageContext) {
  const own = words.pages.endings[ending];
  if (ending !== 'not_allowed' || error === null || isAboutApproving(error)) return own;
  const { title, nextStep } = faultWords(error.diagnosis, words.faults, 'customer');
  return { title, lead: words.pages.paste.told.notKept, next: nextStep };
}

/** Where no number says more, or the number says just that, the ending's own words are the better ones. */
const isAboutApproving = ({ diagnosis }: ToldError): boolean =>
  diagnosis.source !== 'aadsts' || diagnosis.class === 'consent';

const mayShowAnError = ({ mayStart, ending }: EndingPage): boolean => mayStart && endings[ending].wayOn !== 'none';

/** Where it would be started again, and a consent is on record already: Microsoft's page without a box comes next. */
const approvesAgain = ({ ending, mayStart, mayApprove }: EndingPage): boolean =>
  endings[ending].wayOn === 'start' && !mayStart && mayApprove;

function wayOn(model: EndingPage, context: PageContext): Html | '' {
  const { words, paths } = context;
  const { ending, invitation, mayStart, error } = model;
  if (approvesAgain(model)) return postButton(paths.approveOrganization, { label: words.pages.boxNotTicked.approve });
  const way = endings[ending].wayOn;
  if (way === 'none') return '';
  const isAboutTheAccount = error === null || isAboutApproving(error);
  const label = words.pages.ways[way === 'otherAccount' && !isAboutTheAccount ? 'start' : way];
  if (way === 'result' && invitation !== null) return linkButton(paths.result, { label, kind: 'secondary' });
  if (!mayStart) return '';
  if (way === 'invitation') return linkButton(paths.invitation, { label });
  return way === 'start' || way === 'otherAccount' ? startButton(label, context) : '';
}
