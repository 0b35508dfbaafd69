import {
  listMailTemplates,
  previewMailTemplate,
  saveMailTemplate,
  testMailTemplate,
} from '@latchkey/shared/api/mail-templates';
import { ok } from '@latchkey/shared/result';
import { actorOf, type Mount } from '../http/call.ts';
import type { KeepsTemplates } from './keep-templates.ts';
import type { TriesTemplates } from './try-templates.ts';

export interface TemplateServices {
  readonly keeper: KeepsTemplates;
  readonly trier: TriesTemplates;
}

/** The words that mails are written with. */
export function mountMailTemplates(mount: Mount, { keeper, trier }: TemplateServices): void {
  mount(listMailTemplates, async () => ok({ templates: await keeper.list() }));
  mount(saveMailTemplate, ({ body, operator, requestId }) =>
    keeper.save({ ...body, actor: actorOf(operator), requestId }),
  );
  mount(previewMailTemplate, ({ body: { kind, language, invitationId, ...template }, operator }) =>
    trier.preview({ kind, language, invitationId, template, actor: actorOf(operator) }),
  );
  mount(testMailTemplate, ({ body: { kind, language, to, ...template }, operator, requestId }) =>
    trier.test({ kind, language, to, template, actor: actorOf(operator), requestId }),
  );
}
