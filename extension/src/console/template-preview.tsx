import { ErrorBanner } from '../look/error-words.tsx';
import { useFullSpeech } from '../look/words.ts';
import type { Reply } from '../server-api/client-error.ts';
import type { Answer } from '../server-api/server-api.ts';
import { MailFrame } from './mail-frame.tsx';

/** The mail of a sample: its subject, as it is drawn, and as text. */
export function TemplatePreview({ reply }: { readonly reply: Reply<Answer<'previewMailTemplate'>> | null }) {
  const of = useFullSpeech().words.console.mailPage;
  const mail = reply?.ok === true ? reply.value.mail : undefined;
  return (
    <section aria-labelledby="preview" class="lkx-stack lkc-wide">
      <h2 id="preview">{of.preview}</h2>
      <p class="lk-hint">{mail === null ? of.previewOff : of.previewText}</p>
      {reply?.ok === false && <ErrorBanner error={reply.error} />}
      {mail != null && (
        <>
          <b dir="auto">{mail.subject}</b>
          <MailFrame html={mail.html} title={of.drawn} />
          <details>
            <summary>{of.asText}</summary>
            <p class="lkc-letter-body" dir="auto">
              {mail.text}
            </p>
          </details>
        </>
      )}
    </section>
  );
}
