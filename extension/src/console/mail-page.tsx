import type { MailTemplateView } from '@latchkey/shared/api/mail-templates';
import { MailKind } from '@latchkey/shared/mail/mail-kind';
import { fill } from '@latchkey/shared/words/fill';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { useClock } from '../look/clock.ts';
import { Loaded } from '../look/loaded.tsx';
import { momentText } from '../look/moments.ts';
import { useFullSpeech } from '../look/words.ts';
import { createResource } from '../server-api/resource.ts';
import { useSurroundings } from '../session/surroundings.ts';
import { Choice } from './choice.tsx';
import { PageTitle } from './page-title.tsx';
import { TemplateEditor } from './template-editor.tsx';
import { keyOf } from './template-form.ts';
import { useIsAdmin, useRoleWord } from './use-is-admin.ts';

/** Settings, Mail and templates: the words of each mail. An Admin writes them; everybody reads what customers are sent. */
export function MailPage() {
  const { words } = useFullSpeech();
  const { api, clock } = useSurroundings();
  const { title, text } = words.console.settingsPage.places.mail;
  const templates = useMemo(() => createResource(() => api.call('listMailTemplates', {}), clock.now), []);
  useEffect(() => void templates.refresh(), []);
  return (
    <>
      <PageTitle title={title} below={text} />
      <Loaded of={templates}>{(known) => <Templates all={known.templates} refresh={templates.refresh} />}</Loaded>
    </>
  );
}

interface TemplatesProps {
  readonly all: readonly MailTemplateView[];
  readonly refresh: () => Promise<void>;
}

function Templates({ all, refresh }: TemplatesProps) {
  const { words, tag } = useFullSpeech();
  const of = words.console.mailPage;
  const isAdmin = useIsAdmin();
  const role = useRoleWord();
  const [kind, setKind] = useState<MailTemplateView['kind']>('invitation');
  const [language, setLanguage] = useState<MailTemplateView['language']>('en');
  // The language of nobody is for tests: no customer is written to in it.
  const spoken = [...new Set(all.map((one) => one.language))].filter((one) => one !== 'pseudo');
  const names = new Intl.DisplayNames(tag, { type: 'language' });
  const view = all.find((one) => one.kind === kind && one.language === language);
  if (view === undefined) return null;
  return (
    <section class="lk-card" aria-label={of.kinds[kind]}>
      <div class="lk-card__body lkx-stack">
        <div class="lk-actions">
          <Choice
            label={of.which}
            value={kind}
            options={MailKind.options.map((one) => [one, of.kinds[one]] as const)}
            onChoose={setKind}
          />
          {spoken.length > 1 && (
            <Choice
              label={of.language}
              value={language}
              options={spoken.map((one) => [one, names.of(one) ?? one] as const)}
              onChoose={setLanguage}
            />
          )}
        </div>
        <LastChange view={view} />
        {isAdmin ? (
          <TemplateEditor key={keyOf(view)} view={view} refresh={refresh} />
        ) : (
          <>
            <p class="lk-hint">{fill(of.adminOnly, { role })}</p>
            <b dir="auto">{view.subject}</b>
            <p class="lkc-letter-body" dir="auto">
              {view.body}
            </p>
          </>
        )}
      </div>
    </section>
  );
}

function LastChange({ view: { changedAt, changedBy, isOwn, version } }: { readonly view: MailTemplateView }) {
  const speech = useFullSpeech();
  const { now } = useClock();
  const of = speech.words.console.mailPage;
  if (changedAt === null) return <p class="lk-hint">{of.untouched}</p>;
  const values = { version, time: momentText(changedAt, now(), speech), name: changedBy ?? '' };
  return <p class="lk-hint">{fill(isOwn ? of.changed : of.back, values)}</p>;
}
