import { shownName } from '@latchkey/shared/words/shown-name';
import { customerLanguages } from '@latchkey/shared/words/customer-language';
import { html } from 'hono/html';
import { block, button, copied, plainBlock, row, type Html } from './draw-parts.ts';
import type { Letter } from './letter.ts';
import { darkStyle, font, light, toneOf } from './mail-style.ts';

/** A letter, drawn and as plain text. One column of 600 px, no picture, no script, nothing that is fetched. */
export const writeMail = async (letter: Letter) => ({
  subject: shownName(letter.subject),
  html: (await drawn(letter)).toString(),
  text: plain(letter),
});

function plain({ sender, mark, title, paragraphs, blocks = [], next, button: way, facts, foot }: Letter): string {
  const paragraph = (...lines: readonly string[]) => lines.map(shownName).join('\n');
  return [
    paragraph(sender),
    paragraph(...(mark === null ? [] : [mark.word]), title),
    ...paragraphs.map((text) => paragraph(text)),
    ...blocks.map(plainBlock),
    ...(next === null ? [] : [paragraph(`${next.label}:`, next.text)]),
    ...(way === null ? [] : [paragraph(`${way.label}:`, way.href)]),
    ...(facts.length === 0 ? [] : [facts.map(factLine).join('\n')]),
    // The blank belongs to it: mail programs know a signature by it.
    `-- \n${shownName(foot)}`,
  ].join('\n\n');
}

/** What is to be copied stands on a line of its own. */
const factLine = ({ label, value, isMono }: Letter['facts'][number]): string =>
  isMono === true ? `${label}\n${shownName(value)}` : `${label}: ${shownName(value)}`;

function drawn(letter: Letter): Html {
  const { tag, direction } = customerLanguages[letter.language];
  const title = shownName(letter.title);
  return html`<!doctype html>
    <html lang="${tag}" dir="${direction}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
        <title>${title}</title>
        <style>
          ${darkStyle}
        </style>
      </head>
      <body class="lk-paper" style="margin:0;background:${light.paper}">
        <table
          class="lk-paper lk-ink"
          role="presentation"
          width="100%"
          cellpadding="0"
          cellspacing="0"
          style="background:${light.paper};font-family:${font};color:${light.ink}"
        >
          <tr>
            <td align="center" style="padding:24px 12px">
              <table
                class="lk-surface"
                role="presentation"
                cellpadding="0"
                cellspacing="0"
                style="width:100%;max-width:600px;background:${light.surface};border:1px solid ${light.line};border-radius:10px;border-collapse:separate;text-align:start"
              >
                <tr>
                  <td
                    class="lk-rule"
                    style="padding:20px 28px;border-bottom:1px solid ${light.line};font-size:14px;font-weight:600"
                  >
                    <bdi>${shownName(letter.sender)}</bdi>
                  </td>
                </tr>
                ${mark(letter)}
                <tr>
                  <td
                    style="padding:${letter.mark === null ? '28px' : '12px'} 28px 0;font-size:22px;line-height:28px;font-weight:600;overflow-wrap:anywhere"
                  >
                    ${title}
                  </td>
                </tr>
                ${letter.paragraphs.map((text) => row('12px 28px 0', 'lk-soft', `font-size:16px;line-height:24px;color:${light.soft}`, shownName(text)))}
                ${(letter.blocks ?? []).map(block)} ${next(letter)} ${button(letter.button)}
                <tr>
                  <td style="padding:24px 28px 20px">${letter.facts.map(fact)}</td>
                </tr>
              </table>
              <table role="presentation" cellpadding="0" cellspacing="0" style="width:100%;max-width:600px">
                <tr>
                  <td
                    class="lk-faint"
                    style="padding:16px 28px 0;font-size:12px;line-height:18px;color:${light.faint};text-align:start;overflow-wrap:anywhere"
                  >
                    ${shownName(letter.foot)}
                  </td>
                </tr>
              </table>
            </td>
          </tr>
        </table>
      </body>
    </html>`;
}

const next = ({ next: given }: Letter): Html | '' =>
  given === null
    ? ''
    : row(
        '20px 28px 0',
        'lk-ink',
        'font-size:16px;line-height:24px',
        html`<b>${given.label}</b><br />${shownName(given.text)}`,
      );

function mark({ mark: given }: Letter): Html | '' {
  if (given === null) return '';
  const { ink, wash } = toneOf(given.tone);
  return html`<tr>
    <td style="padding:28px 28px 0">
      <span
        class="lk-${given.tone}"
        style="display:inline-block;padding:2px 12px;border:1px solid ${wash};border-radius:999px;font-size:14px;line-height:20px;font-weight:600;color:${ink};background:${wash}"
        >${given.word}</span
      >
    </td>
  </tr>`;
}

function fact({ label, value, isMono }: Letter['facts'][number]): Html {
  const shown = isMono === true ? copied(value) : html`<bdi>${shownName(value)}</bdi>`;
  return html`<div
    class="lk-rule"
    style="padding:10px 0;border-top:1px solid ${light.line};font-size:14px;line-height:20px;overflow-wrap:anywhere"
  >
    <span class="lk-faint" style="color:${light.faint}">${label}</span><br />${shown}
  </div>`;
}
