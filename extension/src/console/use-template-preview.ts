import type { MailTemplateView } from '@latchkey/shared/api/mail-templates';
import { useEffect, useState } from 'preact/hooks';
import type { Reply } from '../server-api/client-error.ts';
import type { Answer } from '../server-api/server-api.ts';
import { useSurroundings } from '../session/surroundings.ts';
import type { TemplateDraft } from './template-form.ts';

type Shown = Answer<'previewMailTemplate'>;

/** A pause in typing. */
const pauseMs = 400;

/** The mail that a draft makes, and what is wrong with it, as the server sees it; only the answer to the newest draft counts. */
export function useTemplatePreview(
  { kind, language }: Pick<MailTemplateView, 'kind' | 'language'>,
  { subject, body }: TemplateDraft,
): { readonly reply: Reply<Shown> | null; readonly isCurrent: boolean } {
  const { api } = useSurroundings();
  const [reply, keep] = useState<Reply<Shown> | null>(null);
  const [isCurrent, setCurrent] = useState(false);
  useEffect(() => {
    let newest = true;
    setCurrent(false);
    const ask = async () => {
      const answered = await api.call('previewMailTemplate', { body: { kind, language, subject, body } });
      if (!newest) return;
      keep(answered);
      setCurrent(true);
    };
    const timer = setTimeout(() => void ask(), reply === null ? 0 : pauseMs);
    return () => {
      newest = false;
      clearTimeout(timer);
    };
  }, [kind, language, subject, body]);
  return { reply, isCurrent };
}
