import type { Finding, PermissionLine } from '@latchkey/shared/permissions/check';
import { isAgeing } from '@latchkey/shared/validation/age';
import { html } from 'hono/html';
import { checkLines } from '../markup/check-lines.ts';
import { pageDocument } from '../markup/document.ts';
import { guideOffer } from '../markup/guide-offer.ts';
import { evidenceLine } from '../markup/evidence-line.ts';
import type { Icon } from '../markup/icons.ts';
import { neverLines } from '../markup/never-lines.ts';
import { hero, line, lines, type Tone } from '../markup/parts.ts';
import { permissionWords } from '../markup/permission-words.ts';
import { recordCard } from '../markup/record-card.ts';
import { isolated, sentence, type Html } from '../markup/sentence.ts';
import { takeBack } from '../markup/take-back.ts';
import type { ConsentResultPage, PageContext } from '../model.ts';

/** "Done, and proved": what was proved, how we know, what was approved, how to take it back. */
export function provedPage(model: ConsentResultPage, atRisk: boolean, context: PageContext): Html {
  const { words, providerName: provider } = context;
  const text = words.pages.proved;
  const { organization } = model.invitation;
  const can = sentence(words.pages.services[model.service.kind].can, { provider, organization });
  const fresh = !isAgeing(model.verdict, Date.parse(context.now));
  const main = html`${hero({
      icon: atRisk ? 'degraded' : 'working',
      tone: atRisk ? 'degraded' : fresh ? 'working' : 'plain',
      title: text.title,
      lead: html`${can} ${text.close}`,
    })}
    <div class="cols">
      <div class="lk-sections">
        <section class="lk-card">
          <div class="lk-card__head">
            <h2>${text.heading}</h2>
            ${evidenceLine(model.verdict, context)}
          </div>
          <div class="lk-card__body">
            ${lines([signedIn(model, context), ...checkLines(model.verdict.checks, words)])}
          </div>
        </section>
        ${recordCard(model, context)}
      </div>
      <div class="lk-sections">
        ${atRisk ? risk(model, context) : ''}${approved(model, context)}${cannot(model, context)}
        ${guideOffer(context)}${takeBack(context, model.receipt.appId)}
      </div>
    </div>`;
  return pageDocument(context, { title: text.title, main, invitation: model.invitation });
}

const signedIn = ({ invitation, account }: ConsentResultPage, { words }: PageContext): Html =>
  line({
    icon: 'working',
    tone: 'working',
    text: sentence(account === null ? words.pages.proved.somebodySignedIn : words.pages.proved.signedIn, {
      organization: invitation.organization,
    }),
    detail: account === null ? null : isolated(account),
  });

function risk({ verdict, invitation }: ConsentResultPage, { words, providerName: provider }: PageContext): Html {
  const { happened, next } = words.pages.causes[verdict.cause];
  const names = { provider, organization: invitation.organization };
  return html`<section class="cta s-degraded">
    <h2>${words.pages.proved.atRisk}</h2>
    <p>${sentence(happened, names)} ${sentence(next, names)}</p>
  </section>`;
}

/** By what was asked for and by whatever else was read back; nothing is promised where nothing was read. */
const cannot = ({ permissions }: ConsentResultPage, context: PageContext): Html | '' =>
  permissions.length === 0 ? '' : neverLines(context.words.pages.proved.never, permissions, context);

const marks = {
  granted: { icon: 'check', tone: 'plain' },
  one_person: { icon: 'action', tone: 'action' },
  missing: { icon: 'cross', tone: 'plain' },
  disabled: { icon: 'action', tone: 'action' },
  skipped: { icon: 'unknown', tone: 'unknown' },
  surplus: { icon: 'degraded', tone: 'degraded' },
} as const satisfies Record<Finding, { readonly icon: Icon; readonly tone: Tone }>;

function approved({ permissions }: ConsentResultPage, context: PageContext): Html | '' {
  if (permissions.length === 0) return '';
  return html`<section>
    <h2>${context.words.pages.proved.permissions}</h2>
    ${lines(permissions.map((permission) => permissionLine(permission, context)))}
  </section>`;
}

function permissionLine({ value, finding }: PermissionLine, { words }: PageContext): Html {
  const { allows, why: _, ...claimed } = permissionWords(value, words);
  return line({ ...marks[finding], text: allows, detail: words.pages.proved.findings[finding], ...claimed });
}
