import type { BrandingView } from '@latchkey/shared/api/branding';
import { fill } from '@latchkey/shared/words/fill';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { Button } from '../look/button.tsx';
import { useClock } from '../look/clock.ts';
import { ErrorBanner } from '../look/error-words.tsx';
import { momentText } from '../look/moments.ts';
import { useFullSpeech } from '../look/words.ts';
import type { ClientError } from '../server-api/client-error.ts';
import { createResource } from '../server-api/resource.ts';
import { useSurroundings } from '../session/surroundings.ts';
import { accentOf, colourFault, fieldsOf, isUnchanged, logoOf, type BrandingFields } from './branding-form.ts';
import { BrandingPreview } from './branding-preview.tsx';
import { Field } from './field.tsx';
import { Loaded } from '../look/loaded.tsx';
import { useIsAdmin } from './use-is-admin.ts';

/** How the provider looks on the pages that a customer's administrator meets. An Admin changes it; everybody sees it. */
export function BrandingCard() {
  const { words } = useFullSpeech();
  const { api, clock } = useSurroundings();
  const isAdmin = useIsAdmin();
  const kept = useMemo(() => createResource(() => api.call('readBranding', {}), clock.now), []);
  useEffect(() => void kept.refresh(), []);
  return (
    <section class="lk-card" aria-labelledby="branding">
      <div class="lk-card__head">
        <h2 id="branding">{words.console.branding.title}</h2>
      </div>
      <div class="lk-card__body lkx-stack">
        <p>{words.console.branding.text}</p>
        <Loaded of={kept}>
          {(view) => (
            <>
              {isAdmin ? (
                <BrandingForm key={view.version} view={view} refresh={kept.refresh} />
              ) : (
                <BrandingPreview fields={fieldsOf(view)} />
              )}
              <LastChange view={view} />
            </>
          )}
        </Loaded>
        {!isAdmin && <span class="lk-hint">{words.console.branding.adminOnly}</span>}
      </div>
    </section>
  );
}

function LastChange({ view: { changedAt, changedBy } }: { readonly view: BrandingView }) {
  const speech = useFullSpeech();
  const { now } = useClock();
  const { changed, untouched } = speech.words.console.branding;
  return (
    <p class="lk-hint">
      {changedAt === null
        ? untouched
        : fill(changed, { time: momentText(changedAt, now(), speech), name: changedBy ?? '' })}
    </p>
  );
}

interface FormProps {
  readonly view: BrandingView;
  readonly refresh: () => Promise<void>;
}

function BrandingForm({ view, refresh }: FormProps) {
  const of = useFullSpeech().words.console.branding;
  const { api } = useSurroundings();
  const [fields, setFields] = useState<BrandingFields>(() => fieldsOf(view));
  const [isRefused, setRefused] = useState(false);
  const [error, setError] = useState<ClientError | null>(null);
  const isKept = isUnchanged(fields, view);
  const faults = { light: colourFault(fields, 'light'), dark: colourFault(fields, 'dark') };

  async function take(file: Blob | undefined): Promise<void> {
    if (file === undefined) return;
    const logo = await logoOf(file);
    setRefused(logo === undefined);
    if (logo !== undefined) setFields((before) => ({ ...before, logo }));
  }

  async function save(): Promise<void> {
    const body = { follows: view.version, accent: accentOf(fields), logo: fields.logo?.data ?? null };
    const reply = await api.call('saveBranding', { body });
    setError(reply.ok ? null : reply.error);
    await refresh();
  }

  return (
    <form class="lkc-form" noValidate onSubmit={(event) => event.preventDefault()}>
      {(['light', 'dark'] as const).map((theme) => (
        <Field key={theme} label={of[theme]} hint={of[`${theme}Hint`]} fault={faults[theme] && of[faults[theme]]}>
          {(control) => (
            <input
              {...control}
              class="lk-input"
              type="text"
              dir="ltr"
              autocomplete="off"
              value={fields[theme]}
              onInput={({ currentTarget }) => setFields({ ...fields, [theme]: currentTarget.value })}
            />
          )}
        </Field>
      ))}
      <Field label={of.logo} hint={of.logoHint} fault={isRefused ? of.logoRefused : undefined}>
        {(control) => (
          <input
            {...control}
            type="file"
            accept="image/png,image/jpeg,image/webp"
            onChange={({ currentTarget }) => void take(currentTarget.files?.[0])}
          />
        )}
      </Field>
      <BrandingPreview fields={fields} />
      <div class="lk-actions">
        <Button type="submit" onPress={save} off={isKept || faults.light !== undefined || faults.dark !== undefined}>
          {of.save}
        </Button>
        {isKept && <span class="lk-hint">{of.nothingChanged}</span>}
        {fields.logo !== null && (
          <Button kind="quiet" onPress={() => setFields({ ...fields, logo: null })}>
            {of.removeLogo}
          </Button>
        )}
      </div>
      {error !== null && <ErrorBanner error={error} />}
    </form>
  );
}
