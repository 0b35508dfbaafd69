import type { Verdict } from '@latchkey/shared/validation/verdict';
import { html } from 'hono/html';
import type { PageContext } from '../model.ts';
import { cutKey } from './icons.ts';
import { moment } from './moment.ts';
import type { Html } from './sentence.ts';

/** How we know, and when. */
export const evidenceLine = ({ evidence, at }: Verdict, { words, language }: PageContext): Html =>
  html`<span class="lk-proof"
    >${cutKey(evidence)}<span
      >${words.customerEvidence[evidence]}<span class="lk-sep"></span>${moment(at, language, 'second')}</span
    ></span
  >`;
