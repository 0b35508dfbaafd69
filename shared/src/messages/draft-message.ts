import type { Owner, StandingKey } from '../invitations/standing.ts';
import type { Cause } from '../validation/verdict.ts';
import { fill } from '../words/fill.ts';
import type { causes as operatorCauses } from '../words/en/causes.ts';
import type { messages } from '../words/en/messages.ts';
import type { causes as customerCauses } from '../words/en/page-causes.ts';
import type { WordsOf } from '../words/words.ts';

/** The words that letters are made of. */
export interface LetterWords {
  readonly messages: WordsOf<typeof messages>;
  /** Why a verdict is what it is, for the provider. */
  readonly causes: WordsOf<typeof operatorCauses>;
  /** The same, for the customer's administrator. */
  readonly customerCauses: WordsOf<typeof customerCauses>;
}

/** Why somebody must act: an invitation that stands, a verdict, or what Microsoft said in words of its own. */
export type Reason =
  | { readonly kind: 'status'; readonly key: StandingKey }
  | { readonly kind: 'cause'; readonly cause: Cause }
  | { readonly kind: 'told'; readonly title: string; readonly nextStep: string };

/** What a letter is made of. Ids and times as Microsoft gave them; the link never carries a secret. */
export interface LetterFacts {
  readonly to: Owner;
  readonly customer: string;
  readonly provider: string;
  readonly sender: string;
  readonly link: string | null;
  readonly code: string | null;
  readonly correlationId: string | null;
  readonly requestId: string | null;
  /** ISO 8601, UTC. */
  readonly at: string | null;
}

export interface Letter {
  readonly to: Exclude<Owner, 'nobody'>;
  readonly subject: string;
  readonly body: string;
}

/** A letter to whoever must act; undefined where nobody must. Plain text, the same from the same facts. */
export function draftMessage(reason: Reason, facts: LetterFacts, words: LetterWords): Letter | undefined {
  const { to } = facts;
  if (to === 'nobody') return undefined;
  const { messages } = words;
  const names = {
    customer: facts.customer,
    provider: facts.provider,
    sender: facts.sender,
    organization: facts.customer,
  };
  const { what, next } = reasonWords(reason, to, words);
  const paragraphs = [
    messages.hello,
    `${fill(what, names)}\n${fill(next, names)}`,
    fill(messages.about, names),
    facts.link === null ? null : fill(messages.link, { link: facts.link }),
    idLines(facts, messages),
    fill(messages.bye, names),
  ];
  return {
    to,
    subject: fill(messages.subjects[to], names),
    body: paragraphs.filter((part) => part !== null).join('\n\n'),
  };
}

function reasonWords(reason: Reason, to: Owner, { messages, causes, customerCauses }: LetterWords) {
  if (reason.kind === 'status') return messages.statuses[reason.key];
  if (reason.kind === 'told') return { what: reason.title, next: reason.nextStep };
  const { cause } = reason;
  if (to !== 'customer') return { what: causes[cause].text, next: causes[cause].nextStep };
  const own: Readonly<Partial<Record<Cause, { readonly what: string; readonly next: string }>>> = messages.causes;
  return own[cause] ?? { what: customerCauses[cause].happened, next: customerCauses[cause].next };
}

function idLines(
  { code, correlationId, requestId, at }: LetterFacts,
  messages: LetterWords['messages'],
): string | null {
  const known = [
    [messages.code, code],
    [messages.correlationId, correlationId],
    [messages.requestId, requestId],
  ] as const;
  const lines = known.flatMap(([line, value]) => (value === null ? [] : [fill(line, { value })]));
  if (lines.length === 0) return null;
  const time = at === null ? [] : [fill(messages.at, { value: `${at.slice(0, 19).replace('T', ' ')} UTC` })];
  return [messages.ids, ...lines, ...time].join('\n');
}

/** The letter as an address that opens a mail program, without a receiver: whom it is for is chosen by who sends it. */
export const mailtoOf = ({ subject, body }: Letter): string =>
  `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`;
