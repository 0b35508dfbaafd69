import type { CustomerLanguage } from '@latchkey/shared/words/customer-language';

/** How a letter's one coloured word is meant; each has its word beside it, so nobody needs the colour. */
export type Tone = 'working' | 'degraded' | 'action' | 'blocked' | 'unknown';

/** One part of a letter that is written as text: a paragraph, a heading, a list, or the address that it is about. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  /** An address that stands in its words can be pressed there. */
  | { readonly kind: 'paragraph'; readonly text: string; readonly href?: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'link'; readonly label: string; readonly href: string; readonly hint: string };

/** A mail before it is drawn: names in it are not yet escaped, and may be anybody's. */
export interface Letter {
  readonly language: CustomerLanguage;
  /** Whose letter it is. */
  readonly sender: string;
  readonly subject: string;
  readonly mark: { readonly word: string; readonly tone: Tone } | null;
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** What stands below the paragraphs, in the order in which it was written. */
  readonly blocks?: readonly Block[];
  readonly next: { readonly label: string; readonly text: string } | null;
  /** The one button. Only an address of https. */
  readonly button: { readonly label: string; readonly href: string } | null;
  readonly facts: readonly { readonly label: string; readonly value: string; readonly isMono?: true }[];
  readonly foot: string;
}
