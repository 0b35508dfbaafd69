import type { MailTemplateView } from '@latchkey/shared/api/mail-templates';
import { readMailAddress } from '@latchkey/shared/mail/mail-address';
import { fill } from '@latchkey/shared/words/fill';
import { useState } from 'preact/hooks';
import { Button } from '../look/button.tsx';
import { ErrorBanner } from '../look/error-words.tsx';
import { useFullSpeech } from '../look/words.ts';
import type { ClientError } from '../server-api/client-error.ts';
import { useSurroundings } from '../session/surroundings.ts';
import { Field } from './field.tsx';
import type { TemplateDraft } from './template-form.ts';

interface TestProps {
  readonly view: MailTemplateView;
  readonly draft: TemplateDraft;
  readonly off: boolean;
}

/** The sample as a real mail, to whoever writes it, or to another address. */
export function TemplateTest({ view: { kind, language }, draft, off }: TestProps) {
  const { words } = useFullSpeech();
  const of = words.console.mailPage;
  const { api, session } = useSurroundings();
  const now = session.current.value;
  const [to, setTo] = useState(now.state === 'signed-in' ? now.kept.view.operator.username : '');
  const [told, tell] = useState<string | null>(null);
  const [error, setError] = useState<ClientError | null>(null);
  const isAddress = readMailAddress(to.trim()) !== undefined;
  const fault = isAddress || to.trim() === '' ? undefined : words.errors.mail_address_refused.nextStep;

  async function send(): Promise<void> {
    tell(null);
    const address = to.trim();
    const reply = await api.call('testMailTemplate', { body: { kind, language, ...draft, to: address } });
    setError(reply.ok ? null : reply.error);
    if (!reply.ok) return;
    const { failure } = reply.value;
    const why = failure && fill(words.console.alerts.faults[failure.fault], { code: failure.code ?? '' });
    tell(why === null ? fill(of.tested, { to: address }) : fill(of.testFailed, { why }));
  }

  return (
    <section aria-labelledby="test" class="lkx-stack lkc-wide">
      <h2 id="test">{of.testTitle}</h2>
      <p class="lk-soft">{of.testText}</p>
      <form class="lkc-form lkc-template" noValidate onSubmit={(event) => event.preventDefault()}>
        <Field label={of.testTo} fault={fault}>
          {(control) => (
            <input
              {...control}
              class="lk-input"
              type="email"
              dir="ltr"
              autocomplete="off"
              value={to}
              onInput={({ currentTarget }) => setTo(currentTarget.value)}
            />
          )}
        </Field>
        <div class="lk-actions">
          <Button type="submit" onPress={send} off={off || !isAddress}>
            {of.test}
          </Button>
        </div>
        <p role="status" class={told === null ? 'lk-hidden' : undefined}>
          {told}
        </p>
        {error !== null && <ErrorBanner error={error} />}
      </form>
    </section>
  );
}
