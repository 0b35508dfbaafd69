import { html } from 'hono/html';
import { endings } from '../endings.ts';
import { pageDocument } from '../markup/document.ts';
import { hero, linkButton, reference, startButton } from '../markup/parts.ts';
import { sentence, type Html } from '../markup/sentence.ts';
import type { EndingPage, PageContext } from '../model.ts';
import { paths } from '../paths.ts';

/** What happened, and the one thing to do now. */
export function endingPage(model: EndingPage, context: PageContext): Html {
  const { words, providerName: provider } = context;
  const { icon, tone } = endings[model.ending];
  const { title, lead, next } = words.pages.endings[model.ending];
  const main = html`${hero({ icon, tone, title, lead: sentence(lead, { provider }) })}
    <section class="cta lk-single">
      <p>${sentence(next, { provider })}</p>
      ${wayOn(model, context)} ${reference(words, model.reference)}
    </section>`;
  return pageDocument(context, { title, main, invitation: model.invitation });
}

function wayOn({ ending, invitation, mayStart }: EndingPage, { words }: PageContext): Html | '' {
  const way = endings[ending].wayOn;
  const label = way === 'none' ? '' : words.pages.ways[way];
  if (way === 'result' && invitation !== null) return linkButton(paths.result, { label, kind: 'secondary' });
  if (!mayStart) return '';
  if (way === 'invitation') return linkButton(paths.invitation, { label });
  return way === 'start' || way === 'otherAccount' ? startButton(label) : '';
}
