import type { MailTemplateView } from '@latchkey/shared/api/mail-templates';
import { useState } from 'preact/hooks';
import { Button } from '../look/button.tsx';
import { ErrorBanner } from '../look/error-words.tsx';
import { useFullSpeech } from '../look/words.ts';
import type { ClientError } from '../server-api/client-error.ts';
import { useSurroundings } from '../session/surroundings.ts';
import { useDesk } from './desk.ts';
import { Field } from './field.tsx';
import { draftOf, faultWords, isSame, keyOf, type TemplateDraft } from './template-form.ts';
import { TemplateNames } from './template-names.tsx';
import { TemplatePreview } from './template-preview.tsx';
import { TemplateTest } from './template-test.tsx';
import { useTemplatePreview } from './use-template-preview.ts';

interface EditorProps {
  readonly view: MailTemplateView;
  readonly refresh: () => Promise<void>;
}

/** Subject and text of one mail, and how it arrives while they are written. What is not saved is here again behind Back. */
export function TemplateEditor({ view, refresh }: EditorProps) {
  const of = useFullSpeech().words.console.mailPage;
  const { api } = useSurroundings();
  const { templates: drafts } = useDesk().drafts;
  const [draft, setDraft] = useState<TemplateDraft>(drafts.get(keyOf(view)) ?? draftOf(view));
  const [told, tell] = useState<string | null>(null);
  const [error, setError] = useState<ClientError | null>(null);
  const { reply, isCurrent } = useTemplatePreview(view, draft);
  const faults = reply?.ok === true ? reply.value.faults : [];
  const isKept = isSame(draft, view);

  function put(next: TemplateDraft): void {
    if (isSame(next, view)) drafts.delete(keyOf(view));
    else drafts.set(keyOf(view), next);
    tell(null);
    setDraft(next);
  }
  async function save(template: TemplateDraft | null): Promise<void> {
    const { kind, language, version: follows } = view;
    const saved = await api.call('saveMailTemplate', { body: { kind, language, follows, template } });
    setError(saved.ok ? null : saved.error);
    if (saved.ok) {
      drafts.delete(keyOf(view));
      setDraft(draftOf(saved.value));
    }
    await refresh();
    if (saved.ok) tell(template === null ? of.wasReset : of.saved);
  }

  return (
    <>
      <form class="lkc-form lkc-template" noValidate onSubmit={(event) => event.preventDefault()}>
        <Field label={of.subject} hint={of.subjectHint} fault={faultWords(faults, 'subject', of.faults)}>
          {(control) => (
            <input
              {...control}
              class="lk-input"
              type="text"
              dir="auto"
              autocomplete="off"
              value={draft.subject}
              onInput={({ currentTarget }) => put({ ...draft, subject: currentTarget.value })}
            />
          )}
        </Field>
        <Field label={of.body} hint={of.bodyHint} fault={faultWords(faults, 'body', of.faults)}>
          {(control) => (
            <textarea
              {...control}
              class="lk-input lkc-template-body"
              rows={18}
              dir="auto"
              spellcheck
              value={draft.body}
              onInput={({ currentTarget }) => put({ ...draft, body: currentTarget.value })}
            />
          )}
        </Field>
        <div class="lk-actions">
          <Button
            kind="primary"
            type="submit"
            onPress={() => save(draft)}
            off={isKept || !isCurrent || faults.length > 0}
          >
            {of.save}
          </Button>
          {view.isOwn && <Button onPress={() => save(null)}>{of.reset}</Button>}
          {isKept && <span class="lk-hint">{of.nothingChanged}</span>}
        </div>
        <p role="status" class={told === null ? 'lk-hidden' : undefined}>
          {told}
        </p>
        {error !== null && <ErrorBanner error={error} />}
        {error?.code === 'changed_meanwhile' && <p class="lk-hint">{of.changedMeanwhile}</p>}
      </form>
      <TemplateNames />
      <TemplatePreview reply={reply} />
      <TemplateTest view={view} draft={draft} off={!isCurrent || faults.length > 0} />
    </>
  );
}
