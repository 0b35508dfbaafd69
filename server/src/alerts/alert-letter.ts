import type { MailWords } from '@latchkey/shared/words/mail-words';
import { fill, plural } from '@latchkey/shared/words/fill';
import { languages, type Language } from '@latchkey/shared/words/words';
import { shownTarget } from '@latchkey/shared/alerts/target-address';
import type { VerdictName } from '@latchkey/shared/validation/verdict';
import { dateLocales } from '../invitation-pages/markup/moment.ts';
import type { Letter, Tone } from '../mail/letter.ts';
import { ChangeData, customerOf, ExpiryData } from './alert-data.ts';
import type { StoredTarget } from './alert-repository.ts';
import type { Told } from './channel.ts';

/** What a letter is written with, besides what happened. */
export interface LetterContext {
  readonly words: MailWords;
  readonly language: Language;
  readonly provider: string;
  /** Where the provider's own console shows the customer: Latchkey stands there, too. */
  readonly console: { readonly name: string; readonly address: string } | null;
  /** The page of Latchkey's own console, which a browser opens that has the extension. */
  readonly page: string | null;
}

type Target = Pick<StoredTarget, 'id' | 'url' | 'quiet'>;
type Body = Pick<Letter, 'subject' | 'mark' | 'title' | 'paragraphs' | 'facts'> & { readonly next: string };

/** An alert in words. Short: what changed, for whom, since when, who must act, and the one next step. */
export function alertLetter(told: Told, target: Target, context: LetterContext): Letter {
  const { words, language, provider, console, page } = context;
  const of = words.alertMails;
  const { next, ...body } = bodyOf(told, target, context);
  const customer = customerOf(told.data)?.fullName ?? '';
  return {
    language,
    sender: provider,
    ...body,
    next: { label: of.next, text: next },
    button:
      console === null
        ? null
        : { label: fill(of.atConsole, { customer, console: console.name }), href: console.address },
    facts: [
      ...body.facts,
      ...(page === null
        ? []
        : [{ label: `${of.inLatchkey}. ${of.inLatchkeyHint}`, value: page, isMono: true } as const]),
    ],
    foot: fill(of.foot, { target: target.id, provider, address: shownTarget(target.url) }),
  };
}

function bodyOf(told: Told, target: Target, context: LetterContext): Body {
  if (told.kind === 'connection.verdict_changed')
    return changeBody(ChangeData.parse(told.data), momentIn(told.at, target, context.language), context);
  if (told.kind === 'credential.expires') return expiryBody(ExpiryData.parse(told.data), target, context);
  const { test } = context.words.alertMails;
  const provider = context.provider;
  const title = fill(test.title, { provider });
  return { subject: test.subject, mark: null, title, paragraphs: [test.text], next: test.next, facts: [] };
}

const tones = {
  working: 'working',
  degraded: 'degraded',
  action_needed: 'action',
  blocked: 'blocked',
  settling: 'unknown',
  unreachable: 'unknown',
  unknown: 'unknown',
} as const satisfies Record<VerdictName, Tone>;

function changeBody(
  { customer: { fullName: customer }, from, to, cause, owner, evidence }: ChangeData,
  since: string,
  { words, provider }: LetterContext,
): Body {
  const { alertMails: of, verdicts, causes } = words;
  const isAgain = to === 'working' && from !== null;
  const names = { customer, provider, time: '' };
  const verdict = verdicts[to];
  return {
    subject: fill(of.changed.subject, { customer, verdict }),
    mark: { word: verdict, tone: tones[to] },
    title: fill(isAgain ? of.changed.again : of.changed.titles[to], names),
    paragraphs: [fill(causes[cause].text, names)],
    next: fill(causes[cause].nextStep, names),
    facts: [
      { label: of.who, value: fill(of.whoIs[owner], names) },
      { label: of.before, value: from === null ? of.never : verdicts[from] },
      { label: of.since, value: since },
      { label: of.evidence, value: words.evidence[evidence] },
    ],
  };
}

function expiryBody({ customer, credential, endsAt, days }: ExpiryData, target: Target, context: LetterContext): Body {
  const { alertMails: of } = context.words;
  const { tag } = languages[context.language];
  const { expires } = of;
  const names = { customer: customer?.fullName ?? '', provider: context.provider };
  const isOurs = customer === undefined && credential !== 'sign_in';
  const what = fill(isOurs ? expires.ours[credential] : expires.theirs[credential], names);
  const theirNext = credential === 'sign_in' ? expires.signInNext : expires.theirsNext;
  const inWords = (forms: typeof expires.subject) => plural(forms, days, tag, { what });
  return {
    subject: days > 0 ? inWords(expires.subject) : fill(expires.ended, { what }),
    mark: null,
    title: days > 0 ? inWords(expires.titles) : fill(expires.endedTitle, { what }),
    paragraphs: [fill(isOurs ? expires.oursText : expires.theirsText, names)],
    next: isOurs ? expires.oursNext : theirNext,
    facts: [
      { label: of.who, value: fill(of.whoIs.provider, names) },
      { label: of.ends, value: momentIn(endsAt, target, context.language) },
    ],
  };
}

/** In the zone that the target's quiet hours name, as the only one of the reader's that is known; otherwise UTC. */
function momentIn(iso: string, { quiet }: Target, language: Language): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  const zone = quiet?.zone ?? 'UTC';
  const format = new Intl.DateTimeFormat(dateLocales[language], {
    dateStyle: 'long',
    timeStyle: 'short',
    hourCycle: 'h23',
    timeZone: zone,
  });
  return `${format.format(date)} ${zone}`;
}
