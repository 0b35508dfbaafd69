import type { MailTemplateView } from '@latchkey/shared/api/mail-templates';
import { MailKind } from '@latchkey/shared/mail/mail-kind';
import { err, type Result } from '@latchkey/shared/result';
import { invitationMailWords } from '@latchkey/shared/words/invitation-mail-words';
import { customerLanguages, type CustomerLanguage } from '@latchkey/shared/words/customer-language';
import type { AuditActor } from '../audit/audit-repository.ts';
import { transactOrRefuse } from '../audit/transact.ts';
import type { Clock } from '../clock.ts';
import type { Store } from '../storage/store.ts';
import { checkTemplate } from './check-template.ts';
import type { StoredTemplate, Template } from './mail-template-repository.ts';

interface Wanted {
  readonly kind: MailKind;
  readonly language: CustomerLanguage;
  readonly follows: number;
  readonly template: Template | null;
  readonly actor: AuditActor;
  readonly requestId: string;
}

export type TemplateRefusal = 'mail_template_refused' | 'mail_template_link_missing';

/** Why a template is not taken; a preview tells all of it. */
export function whyRefused(template: Template): TemplateRefusal | undefined {
  const faults = checkTemplate(template);
  if (faults.length === 0) return undefined;
  return faults.every(({ kind }) => kind === 'link_missing') ? 'mail_template_link_missing' : 'mail_template_refused';
}

export interface KeepsTemplates {
  list(): Promise<MailTemplateView[]>;
  save(wanted: Wanted): Promise<Result<MailTemplateView, TemplateRefusal | 'changed_meanwhile'>>;
}

/** The words of mails, by kind and language. What could not be sent, or would have no link, is never kept. */
export const createTemplateKeeper = ({
  store,
  now,
}: {
  readonly store: Store;
  readonly now: Clock;
}): KeepsTemplates => ({
  list: () =>
    Promise.all(
      (Object.keys(customerLanguages) as CustomerLanguage[]).flatMap((language) =>
        MailKind.options.map(async (kind) =>
          viewOf(kind, language, await store.read.mailTemplates.findNewest(kind, language)),
        ),
      ),
    ),
  async save({ kind, language, follows, template, actor, requestId }) {
    const own = template === null ? null : cleaned(template);
    const refused = own === null ? undefined : whyRefused(own);
    if (refused !== undefined) return err(refused);
    const changedAt = now().toISOString();
    const next = { kind, language, version: follows + 1, own, changedAt, changedBy: actor.name ?? '' };
    return transactOrRefuse<MailTemplateView, 'changed_meanwhile'>(store, async (tx, refuse) => {
      const before = await tx.mailTemplates.findNewest(kind, language);
      if ((before?.version ?? 0) !== follows || !(await tx.mailTemplates.add(next))) throw refuse('changed_meanwhile');
      await tx.audit.append({
        at: changedAt,
        action: 'mail_template.saved',
        actor,
        requestId,
        details: { kind, language, version: next.version, isOwn: own !== null },
      });
      return viewOf(kind, language, next);
    });
  },
});

/** As it is kept: lines end in one way. */
export const cleaned = ({ subject, body }: Template): Template => ({
  subject: subject.trim(),
  body: body.replaceAll('\r\n', '\n'),
});

const viewOf = (kind: MailKind, language: CustomerLanguage, stored: StoredTemplate | undefined): MailTemplateView => ({
  kind,
  language,
  ...(stored?.own ?? invitationMailWords[language].invitationMails.templates[kind]),
  isOwn: stored?.own != null,
  version: stored?.version ?? 0,
  changedAt: stored?.changedAt ?? null,
  changedBy: stored?.changedBy ?? null,
});
