import type { MailKind } from '@latchkey/shared/mail/mail-kind';
import type { CustomerLanguage } from '@latchkey/shared/words/customer-language';

export interface Template {
  readonly subject: string;
  readonly body: string;
}

/** One version of the words that mails of a kind are written with. */
export interface StoredTemplate {
  readonly kind: MailKind;
  readonly language: CustomerLanguage;
  readonly version: number;
  /** Null: those of Latchkey again. */
  readonly own: Template | null;
  readonly changedAt: string;
  readonly changedBy: string;
}

export interface MailTemplateReads {
  /** Undefined while nobody has said anything. */
  findNewest(kind: MailKind, language: CustomerLanguage): Promise<StoredTemplate | undefined>;
}

/** A version never changes. */
export interface MailTemplateRepository extends MailTemplateReads {
  /** False when there is that version already. */
  add(template: StoredTemplate): Promise<boolean>;
}
