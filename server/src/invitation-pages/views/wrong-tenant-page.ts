import { html } from 'hono/html';
import { errorFacts } from '../markup/error-facts.ts';
import { pasteBox } from '../markup/paste-box.ts';
import { pageDocument } from '../markup/document.ts';
import { claim, fact, hero, organization, startButton } from '../markup/parts.ts';
import { isolated, sentence, type Html } from '../markup/sentence.ts';
import type { PageContext, WrongTenantPage } from '../model.ts';

/** Somebody signed in to another organisation than the one invited. Nothing was kept. */
export function wrongTenantPage(model: WrongTenantPage, context: PageContext): Html {
  const { words, providerName: provider } = context;
  const text = words.pages.wrongTenant;
  const { invitation } = model;
  const lead = sentence(text.lead, { organization: invitation.organization });
  const main = html`${hero({ icon: 'swap', tone: 'action', title: text.title, lead })}
    <div class="cols">
      <dl class="facts cta">
        ${fact(text.invited, organization(invitation))} ${signedInTo(model, text.signedInTo)}
        ${fact(text.kept, sentence(text.keptNothing, { provider }))}
      </dl>
      <section class="cta">
        ${startButton(text.again, context)}
        <p class="lk-soft">
          <b>${text.rightOne}</b> ${sentence(text.thenNew, { provider, sender: invitation.sender })}
        </p>
      </section>
    </div>
    ${errorFacts(model.error, context)} ${pasteBox(context)}`;
  return pageDocument(context, { title: text.title, main, invitation });
}

function signedInTo({ signedInTo: { account, tenantId } }: WrongTenantPage, term: string): Html | '' {
  if (account === null && tenantId === null) return '';
  const who = account === null ? '' : html`<b>${isolated(account)}</b>`;
  return fact(term, html`${who}${tenantId === null ? '' : html`<small>${claim(tenantId)}</small>`}`);
}
