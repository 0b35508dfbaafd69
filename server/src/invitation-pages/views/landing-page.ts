import { html } from 'hono/html';
import { pageDocument } from '../markup/document.ts';
import { icon } from '../markup/icons.ts';
import { hero } from '../markup/parts.ts';
import type { Html } from '../markup/sentence.ts';
import { shownName } from '@latchkey/shared/words/shown-name';
import type { LandingPage, PageContext } from '../model.ts';
import { paths } from '../paths.ts';

/**
 * The shell behind the link. It has no effect: the script swaps the fragment and goes on, and shows one of the states
 * below when it cannot. Without script, and for a link that lost its fragment, the typed code does the same.
 */
export function landingPage(model: LandingPage, context: PageContext): Html {
  const { words } = context;
  const text = words.pages.landing;
  const main =
    model.code === null
      ? html`${states(context)}${codeForm(model, context)}`
      : html`${state(null, text.code.problem, text.lead)}${codeForm(model, context)}`;
  return pageDocument(context, { title: text.title, main, invitation: null });
}

/** One for each thing that can become of a link; the script shows one, and without it the first stands. */
function states({ words }: PageContext): Html {
  const text = words.pages.landing;
  return html`<div data-when="plain">
      ${hero({ icon: null, tone: 'plain', title: text.heading, lead: text.lead })}
      <noscript
        ><p class="lk-banner s-unreachable">${icon('unreachable')}<span>${text.withoutScript}</span></p></noscript
      >
    </div>
    <div data-when="opening" role="status" hidden>
      ${hero({ icon: null, tone: 'plain', title: text.heading, lead: text.opening })}
    </div>
    <div data-when="incomplete" hidden>${state('unknown', text.incomplete.title, text.incomplete.lead)}</div>
    <div data-when="unknown" hidden>${state('unknown', text.unknown.title, text.unknown.lead)}</div>
    <div data-when="renewed" hidden>${state('unknown', text.renewed.title, text.renewed.lead)}</div>
    <div data-when="ticket" hidden>${state('unknown', text.ticket.title, text.ticket.lead)}</div>
    <div data-when="too_many" hidden>${state('unknown', text.tooMany.title, text.tooMany.lead)}</div>
    <div data-when="unreachable" hidden>
      ${state('unreachable', text.unreachable.title, text.unreachable.lead)}
      <p class="lk-single">
        <button class="lk-btn lk-btn--primary lk-btn--wide" type="button" data-retry>${text.unreachable.retry}</button>
      </p>
    </div>`;
}

const state = (name: 'unknown' | 'unreachable' | null, title: string, lead: string): Html =>
  name === null ? hero({ icon: 'action', tone: 'action', title, lead }) : hero({ icon: name, tone: name, title, lead });

function codeForm({ code }: LandingPage, { words }: PageContext): Html {
  const text = words.pages.landing.code;
  const problem =
    code === null
      ? ''
      : html`<p class="lk-problem" id="code-problem">${icon('action')}<span>${text[code.refused]}</span></p>`;
  return html`<form class="cta lk-single" method="post" action="${paths.code}" data-when="plain incomplete unknown">
    <div class="lk-field">
      <label for="code">${text.label}</label>
      ${problem}
      <input
        class="lk-input lk-code"
        id="code"
        name="code"
        type="text"
        dir="ltr"
        required
        maxlength="40"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck="false"
        aria-describedby="${code === null ? '' : 'code-problem '}code-hint"
        ${code === null ? '' : html`aria-invalid="true" autofocus`}
        value="${shownName(code?.typed ?? '')}"
      />
      <p class="lk-hint" id="code-hint">${text.hint}</p>
    </div>
    <button class="lk-btn lk-btn--primary lk-btn--wide" type="submit">${text.submit}</button>
  </form>`;
}
