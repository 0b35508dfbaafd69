import type { RequiredPermission } from '@latchkey/shared/permissions/profile';
import { plural } from '@latchkey/shared/words/fill';
import { customerLanguages } from '@latchkey/shared/words/customer-language';
import { html } from 'hono/html';
import { pageDocument } from '../markup/document.ts';
import { icon, type Icon } from '../markup/icons.ts';
import { moment } from '../markup/moment.ts';
import { neverLines } from '../markup/never-lines.ts';
import { pasteBox } from '../markup/paste-box.ts';
import { claim, fact, hero, line, lines, organization, startButton, type Tone } from '../markup/parts.ts';
import { permissionWords } from '../markup/permission-words.ts';
import { consentPageOf, roleNeeded } from '../markup/role-needed.ts';
import { plainSentence, sentence, type Html } from '../markup/sentence.ts';
import { takeBack } from '../markup/take-back.ts';
import type { InvitationPage, PageContext } from '../model.ts';

/** Who asks, for whom, what is needed, and Start, so that a phone shows them first; beside or below it what could be done and never, and how to take it back. */
export function invitationPage(model: InvitationPage, context: PageContext): Html {
  const { words, providerName: provider } = context;
  const text = words.pages.invitation;
  const asks = words.pages.services[model.service.kind].asks;
  const names = { provider, organization: model.invitation.organization };
  const main = html`${before(model, context)}
    ${hero({ icon: null, tone: 'plain', title: sentence(asks, names), lead: lead(model, context) })}
    <div class="cols lk-decision">
      ${beforeYouStart(model, context)}
      <div class="lk-sections">
        <section>
          <h2>${sentence(text.could, { provider })}</h2>
          ${lines(model.profile.permissions.map((permission) => permissionLine(permission, context)))}
        </section>
        ${changes(model, context)} ${neverLines(text.never, model.profile.permissions, context)}
        ${takeBack(context, model.appId)} ${model.started ? pasteBox(context) : ''}
      </div>
    </div>`;
  return pageDocument(context, { title: plainSentence(asks, names), main, invitation: model.invitation });
}

function lead({ invitation, service }: InvitationPage, { words, language, providerName }: PageContext): Html {
  const text = words.pages.invitation;
  const users = sentence(plural(text.users, service.licensedUsers, customerLanguages[language].tag));
  return sentence(text.lead, {
    sender: invitation.sender,
    provider: providerName,
    service: html`${words.pages.services[service.kind].name}`,
    users,
  });
}

function permissionLine({ value, why: own }: RequiredPermission, { words }: PageContext): Html {
  const { allows, why, ...claimed } = permissionWords(value, words);
  return line({ icon: 'check', tone: 'plain', text: allows, detail: own ?? why, ...claimed });
}

/** What stands already, and what this approval may take away. Nothing where the tenant was never read. */
function changes({ diff }: InvitationPage, context: PageContext): Html | '' {
  if (diff.keeps.length + diff.wouldRevoke.length + diff.unavailable.length === 0) return '';
  const { changes: text } = context.words.pages.invitation;
  const named = (values: readonly { readonly value: string }[]) =>
    html`${values.map(({ value }) => html`${claim(value)} `)}`;
  return html`<section>
    <h2>${text.title}</h2>
    ${lines([
      ...(diff.keeps.length > 0
        ? [line({ icon: 'check', tone: 'plain', text: text.keeps, detail: named(diff.keeps) })]
        : []),
      ...(diff.wouldRevoke.length > 0
        ? [line({ icon: 'degraded', tone: 'degraded', text: text.wouldRevoke, detail: named(diff.wouldRevoke) })]
        : []),
      ...(diff.unavailable.length > 0
        ? [line({ icon: 'unknown', tone: 'unknown', text: text.unavailable, detail: named(diff.unavailable) })]
        : []),
    ])}
  </section>`;
}

function beforeYouStart({ invitation, profile, expiresAt }: InvitationPage, context: PageContext): Html {
  const { words, language } = context;
  const text = words.pages.invitation;
  const page = consentPageOf(profile);
  const role = roleNeeded(profile, words);
  const box = page === 'box' ? [text.boxName, text.boxReason] : [text.noBox, text.noBoxReason];
  return html`<section class="cta" aria-labelledby="before-you-start">
    <h2 id="before-you-start">${text.facts}</h2>
    <dl class="facts">
      ${fact(text.organization, organization(invitation))} ${fact(text.role, role, text.roleReasons[page])}
      ${fact(text.box, box[0] ?? '', box[1])} ${fact(text.validUntil, moment(expiresAt, language))}
    </dl>
    ${startButton(text.start, context)}
    <p class="lk-soft">${words.pages.openMicrosoft}</p>
    <p class="lk-soft">
      <b>${text.notYou}</b> ${sentence(text.forward, { role, organization: invitation.organization })}
    </p>
  </section>`;
}

/** What waits is no fault, and what was approved is good news; green is for what was proved. */
const drawn = {
  no_answer: ['unknown', 'unknown'],
  declined: ['action', 'action'],
  wrong_tenant: ['action', 'action'],
  not_allowed: ['action', 'action'],
  approval_requested: ['unknown', 'unknown'],
  approval_seen: ['unknown', 'check'],
} as const satisfies Record<NonNullable<InvitationPage['before']>, readonly [Tone, Icon]>;

function before(model: InvitationPage, { words, providerName: provider }: PageContext): Html | '' {
  if (model.before === null) return '';
  const { title, text } = words.pages.invitation.before[model.before];
  const [tone, shape] = drawn[model.before];
  const names = {
    provider,
    organization: model.invitation.organization,
    role: roleNeeded(model.profile, words),
  };
  return html`<div class="lk-banner s-${tone}">
    ${icon(shape)}
    <div>
      <strong>${sentence(title, names)}</strong>
      <p>${sentence(text, names)}</p>
    </div>
  </div>`;
}
