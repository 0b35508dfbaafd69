import type { Language } from '@latchkey/shared/words/words';

/** How a letter's one coloured word is meant; each has its word beside it, so nobody needs the colour. */
export type Tone = 'working' | 'degraded' | 'action' | 'blocked' | 'unknown';

/** A mail before it is drawn: names in it are not yet escaped, and may be anybody's. */
export interface Letter {
  readonly language: Language;
  /** Whose letter it is. */
  readonly sender: string;
  readonly subject: string;
  readonly mark: { readonly word: string; readonly tone: Tone } | null;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly next: { readonly label: string; readonly text: string };
  /** The one button. Only an address of https. */
  readonly button: { readonly label: string; readonly href: string } | null;
  readonly facts: readonly { readonly label: string; readonly value: string; readonly isMono?: true }[];
  readonly foot: string;
}
