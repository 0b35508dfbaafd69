import { shownName } from '@latchkey/shared/words/shown-name';
import { html } from 'hono/html';
import { isWebAddress } from './letter-address.ts';
import type { Block } from './letter.ts';
import { light, mono } from './mail-style.ts';

export type Html = ReturnType<typeof html>;

/** A row of the letter's column, with text that may be anybody's. */
export const row = (padding: string, name: string, style: string, text: string | Html): Html =>
  html`<tr>
    <td class="${name}" style="padding:${padding};${style};overflow-wrap:anywhere">${text}</td>
  </tr>`;

/** The one thing to press. Nothing where the address is none that a browser may be sent to. */
export function button(given: { readonly label: string; readonly href: string } | null): Html | '' {
  if (given === null || !isWebAddress(given.href)) return '';
  return html`<tr>
    <td style="padding:24px 28px 0">
      <table role="presentation" cellpadding="0" cellspacing="0">
        <tr>
          <td class="lk-button" style="background:${light.brand};border:1px solid ${light.brand};border-radius:6px">
            <a
              href="${given.href}"
              style="display:inline-block;padding:12px 28px;font-size:16px;font-weight:600;color:${light.onBrand};text-decoration:none"
              >${shownName(given.label)}</a
            >
          </td>
        </tr>
      </table>
    </td>
  </tr>`;
}

/** What is to be copied: never broken by a hyphen, and from left to right in every language. */
export const copied = (value: string): Html =>
  html`<bdi dir="ltr" style="font-family:${mono};font-size:13px;word-break:break-all">${shownName(value)}</bdi>`;

const softText = `font-size:16px;line-height:24px;color:${light.soft}`;

/** A code that is typed from the screen stands on one line: a break after a hyphen looks like its end. */
const typed = /\b([0-9A-Z]{4}(?:-[0-9A-Z]{4}){3})\b/;
const withUnbrokenCode = (text: string): Html => {
  const parts = shownName(text).split(typed);
  return html`${parts.map((part, at) => (at % 2 === 0 ? part : html`<span style="white-space:nowrap">${part}</span>`))}`;
};

const paragraph = (text: string, href: string | undefined): Html =>
  row('12px 28px 0', 'lk-soft', softText, href === undefined ? withUnbrokenCode(text) : linked(text, href));
/** Nothing to press where the address is none that a browser may be sent to. */
function linked(text: string, href: string): Html {
  if (!isWebAddress(href)) return withUnbrokenCode(text);
  const parts = text.split(href).map(withUnbrokenCode);
  return html`${parts.map((part, at) => html`${at === 0 ? '' : html` <a href="${href}" class="lk-ink">${href}</a> `}${part}`)}`;
}
const heading = (text: string): Html =>
  row('28px 28px 0', 'lk-ink', `font-size:16px;line-height:24px;font-weight:600;color:${light.ink}`, shownName(text));
const list = (items: readonly string[]): Html =>
  html`<ul style="margin:0;padding:0 0 0 20px;padding-inline:20px 0">
    ${items.map((item) => html`<li style="margin:4px 0 0">${shownName(item)}</li>`)}
  </ul>`;

export function block(given: Block): Html | '' {
  if (given.kind === 'list') return row('8px 28px 0', 'lk-soft', softText, list(given.items));
  if (given.kind === 'heading') return heading(given.text);
  if (given.kind === 'paragraph') return paragraph(given.text, given.href);
  return html`${button(given)}${row(
    '12px 28px 0',
    'lk-faint',
    `font-size:13px;line-height:20px;color:${light.faint}`,
    html`${given.hint}<br />${copied(given.href)}`,
  )}`;
}

/** The same part as lines of text. What is to be copied stands on a line of its own. */
export function plainBlock(given: Block): string {
  if (given.kind === 'list') return given.items.map((item) => `- ${shownName(item)}`).join('\n');
  if (given.kind === 'link') return `${given.label}:\n${shownName(given.href)}`;
  return shownName(given.text);
}
