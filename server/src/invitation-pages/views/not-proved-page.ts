import type { Cause, Verdict } from '@latchkey/shared/validation/verdict';
import { verdictNow } from '@latchkey/shared/validation/age';
import { html } from 'hono/html';
import { checkLines } from '../markup/check-lines.ts';
import { pageDocument } from '../markup/document.ts';
import { evidenceLine } from '../markup/evidence-line.ts';
import { guideOffer } from '../markup/guide-offer.ts';
import { claim, fact, hero, linkButton, lines, postButton } from '../markup/parts.ts';
import { sentence, type Html } from '../markup/sentence.ts';
import type { ConsentResultPage, PageContext } from '../model.ts';

/** The causes that one more approval for the organisation mends, and those that time may mend. Elsewhere there is no button. */
const mendedByApproval: readonly Cause[] = ['permission_missing', 'registration_absent', 'consent_missing'];
const mendedByTime: readonly Cause[] = [
  'registration_being_made',
  'registration_disabled',
  'account_disabled',
  'token_not_fresh',
  'grants_unreadable',
  'organization_unreadable',
  'propagation',
  'throttled',
  'no_network',
];

/** Consented, and not proved: what stands in the way, who must act, the ids for a support case. */
export function notProvedPage(model: ConsentResultPage, cause: Cause, context: PageContext): Html {
  const { words, providerName: provider } = context;
  const names = { provider, organization: model.invitation.organization };
  const { happened, next } = words.pages.causes[cause];
  const { title, icon } = head(model.verdict, context);
  const main = html`${hero({ icon, tone: icon, title, lead: sentence(happened, names) })}
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
          <p>${sentence(next, names)}</p>
          ${wayOn(cause, context)} ${forSupport(model.verdict, context)}
        </section>
        ${guideOffer(context)}
      </div>
    </div>`;
  return pageDocument(context, { title, main, invitation: model.invitation });
}

function head(verdict: Verdict, { words, now }: PageContext) {
  const text = words.pages.actionNeeded;
  const name = verdictNow(verdict, Date.parse(now));
  if (name === 'blocked') return { title: text.blocked, icon: 'blocked' } as const;
  if (name === 'action_needed') return { title: text.title, icon: 'action' } as const;
  return { title: text.unknown, icon: name === 'unreachable' ? 'unreachable' : 'unknown' } as const;
}

function wayOn(cause: Cause, { words, paths }: PageContext): Html | '' {
  if (mendedByApproval.includes(cause))
    return postButton(paths.approveOrganization, { label: words.pages.boxNotTicked.approve });
  return mendedByTime.includes(cause) ? linkButton(paths.result, { label: words.pages.actionNeeded.look }) : '';
}

function forSupport({ code, correlationId, requestId }: Verdict, { words }: PageContext): Html | '' {
  const text = words.pages.actionNeeded;
  const ids = [
    [text.code, code],
    [text.correlation, correlationId],
    [text.request, requestId],
  ] as const;
  const known = ids.flatMap(([term, id]) => (id === null ? [] : [fact(term, claim(id))]));
  return known.length === 0
    ? ''
    : html`<h2>${text.forSupport}</h2>
        <dl class="facts">${known}</dl>`;
}
