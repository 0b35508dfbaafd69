import { faultWords } from '@latchkey/shared/errors/doctor/fault-words';
import { html } from 'hono/html';
import { pageDocument } from '../markup/document.ts';
import { errorFacts } from '../markup/error-facts.ts';
import { hero, linkButton, startButton } from '../markup/parts.ts';
import { pasteBox } from '../markup/paste-box.ts';
import { sentence, type Html } from '../markup/sentence.ts';
import type { PageContext, PastedErrorPage, ToldError } from '../model.ts';

/** What a pasted text says, and the one thing to do. Nothing here is ever green: a text proves nothing. */
export function pastedErrorPage(model: PastedErrorPage, context: PageContext): Html {
  const { words } = context;
  const { outcome, invitation } = model;
  if (typeof outcome === 'object') return toldPage(model, outcome, context);
  const { title, text } = words.pages.paste[outcome];
  const look = outcome === 'refused' ? 'action' : 'unknown';
  const main = html`${hero({ icon: look, tone: look, title, lead: text })} ${pasteBox(context)}
    <div class="lk-single">${back(context)}</div>`;
  return pageDocument(context, { title, main, invitation });
}

function toldPage({ invitation, mayStart }: PastedErrorPage, error: ToldError, context: PageContext): Html {
  const { words, providerName: provider } = context;
  const { title, nextStep } = faultWords(error.diagnosis, words.faults, 'customer');
  const lead = sentence(words.pages.paste.told.lead, { provider });
  const main = html`${hero({ icon: 'action', tone: 'action', title, lead })}
    <div class="cols">
      ${errorFacts(error, context)}
      <section class="cta">
        <p>${sentence(nextStep, { provider })}</p>
        ${mayStart ? startButton(words.pages.ways.start, context) : ''} ${back(context)}
      </section>
    </div>`;
  return pageDocument(context, { title, main, invitation });
}

const back = ({ words, paths }: PageContext): Html =>
  linkButton(paths.result, { label: words.pages.ways.result, kind: 'secondary' });
