import { useEffect, useRef, useState } from 'preact/hooks';
import { DiagnosisCard } from '../doctor/diagnosis-card.tsx';
import { keptText } from '../doctor/kept-text.ts';
import { useErrorDoctor } from '../doctor/use-error-doctor.ts';
import { Button } from '../look/button.tsx';
import { Banner } from '../look/states.tsx';
import { useFullSpeech } from '../look/words.ts';
import { useDesk } from './desk.ts';
import { Field } from './field.tsx';
import { PageTitle } from './page-title.tsx';

/** Error doctor: paste anything, and read what it means, who must act, and what to do. */
export function DoctorPage() {
  const { words } = useFullSpeech();
  const { doctor } = words;
  const { reading, whose, read, clear } = useErrorDoctor();
  const { drafts } = useDesk();
  const [text, setText] = useState(drafts.doctor);
  function put(next: string): void {
    setText(next);
    drafts.doctor = keptText(next);
  }
  const field = useRef<HTMLTextAreaElement>(null);
  const result = useRef<HTMLElement>(null);
  useEffect(() => {
    // Whoever cannot see the page is taken to what was asked for.
    if (reading !== null) result.current?.focus();
  }, [reading]);

  async function press(): Promise<void> {
    if (text.trim() === '') return field.current?.focus();
    const made = await read(text);
    // A text with a sign-in code stays nowhere, not on screen either.
    if (made.state === 'refused') put('');
  }

  return (
    <>
      <PageTitle title={doctor.title} below={doctor.text} />
      <div class="lkc-doctor">
        <form class="lk-card" onSubmit={(event) => event.preventDefault()}>
          <div class="lk-card__body lkc-stack">
            <Field label={doctor.label} hint={doctor.hint} fault={undefined}>
              {(control) => (
                <textarea
                  {...control}
                  ref={field}
                  class="lk-input lkc-paste"
                  rows={12}
                  dir="auto"
                  spellcheck={false}
                  autocomplete="off"
                  value={text}
                  onInput={(event) => put(event.currentTarget.value)}
                />
              )}
            </Field>
            <div class="lk-actions">
              <Button kind="primary" type="submit" onPress={press}>
                {doctor.read}
              </Button>
              <Button
                kind="quiet"
                onPress={() => {
                  put('');
                  clear();
                  field.current?.focus();
                }}
              >
                {doctor.clear}
              </Button>
            </div>
          </div>
        </form>
        <section ref={result} tabIndex={-1} aria-label={doctor.result} class="lkc-doctor-result">
          {reading?.state === 'refused' && (
            <Banner tone={{ tone: 'action', icon: 'action' }} title={doctor.refused.title} role="alert">
              <p>{doctor.refused.text}</p>
            </Banner>
          )}
          {reading?.state === 'read' && <DiagnosisCard reading={reading} whose={whose} />}
        </section>
      </div>
    </>
  );
}
