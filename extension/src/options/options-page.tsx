import { fill } from '@latchkey/shared/words/fill';
import { languages, type Language } from '@latchkey/shared/words/words';
import { useEffect, useId, useState } from 'preact/hooks';
import { Button } from '../look/button.tsx';
import { momentText } from '../look/moments.ts';
import { Brand } from '../look/mark.tsx';
import { useFullSpeech } from '../look/words.ts';
import { ConsoleSetting } from '../provider-console/console-setting.tsx';
import { createServerApi } from '../server-api/server-api.ts';
import { rememberConsole } from '../session/remember-console.ts';
import { apiOrigin, language, providerConsole } from '../session/remembered.ts';
import { useSignOut } from '../session/sign-out.ts';
import { useSurroundings } from '../session/surroundings.ts';
import { readAddress } from './address.ts';

/** The settings: where the API is, in which language, and what is kept here. */
export function OptionsPage() {
  const { words } = useFullSpeech();
  return (
    <main class="lkx-page">
      <Brand />
      <h1>{words.options.title}</h1>
      <AddressForm />
      <Account />
      <ConsoleSetting />
      <LanguageChoice />
      <section class="lk-card">
        <div class="lk-card__body lkx-stack">
          <h2>{words.options.privacy}</h2>
          <p class="lk-soft">{words.options.privacyText}</p>
        </div>
      </section>
    </main>
  );
}

function AddressForm() {
  const speech = useFullSpeech();
  const { options } = speech.words;
  const { api, session, fetch: send } = useSurroundings();
  const [typed, setTyped] = useState(api.origin);
  const [fault, setFault] = useState<'invalid' | 'insecure' | null>(null);
  const [said, setSaid] = useState('');
  const id = useId();

  async function save(): Promise<void> {
    const address = readAddress(typed);
    setFault(address.ok ? null : address.error.code);
    setSaid(address.ok ? options.testing : '');
    if (!address.ok) return;
    const before = await apiOrigin.getValue();
    await apiOrigin.setValue(address.value);
    // The session belongs to the API that gave it, and goes to no other one.
    const moved = before !== address.value && session.current.peek().state === 'signed-in';
    if (before !== address.value) await session.forget(null, null);
    // So does the console that it told of.
    if (before !== address.value) await providerConsole.removeValue();
    const there = createServerApi({
      origin: address.value,
      session: () => null,
      onSessionEnded: () => {},
      fetch: send,
    });
    const reply = await there.call('readConfiguration', {});
    if (reply.ok) await rememberConsole(reply.value);
    const tested = reply.ok
      ? fill(options.saved, {
          version: reply.value.version,
          provider: reply.value.providerName,
          cloud: reply.value.cloud.name,
        })
      : reply.error.code === 'offline'
        ? options.savedUnreached
        : options.savedStrange;
    setSaid(moved ? `${tested} ${options.signedOut}` : tested);
  }

  return (
    <section class="lk-card">
      <form class="lk-card__body lkx-stack" onSubmit={(event) => event.preventDefault()}>
        <div class="lk-field">
          <label for={id}>{options.address}</label>
          <input
            id={id}
            class="lk-input"
            type="url"
            inputMode="url"
            spellcheck={false}
            dir="ltr"
            value={typed}
            aria-describedby={`${id}-hint`}
            aria-invalid={fault !== null}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
          <span id={`${id}-hint`} class={fault === null ? 'lk-hint' : 'lkx-fault'}>
            {fault === null ? options.addressHint : options[fault]}
          </span>
        </div>
        <div class="lk-actions">
          <Button kind="primary" type="submit" onPress={save}>
            {options.test}
          </Button>
        </div>
        <p role="status">{said}</p>
      </form>
    </section>
  );
}

function Account() {
  const speech = useFullSpeech();
  const { words } = speech;
  const { session, clock, platform } = useSurroundings();
  const signOut = useSignOut();
  const now = session.current.value;
  if (now.state === 'signed-out')
    return (
      <section class="lk-card">
        <div class="lk-card__body lkx-stack">
          <h2>{words.options.account}</h2>
          <p>{words.options.nobody}</p>
          <div class="lk-actions">
            <Button onPress={() => platform.openSignIn('popup')}>{words.actions.signIn}</Button>
          </div>
        </div>
      </section>
    );
  const { operator, endsAt } = now.kept.view;
  return (
    <section class="lk-card">
      <div class="lk-card__body lkx-stack">
        <h2>{words.options.account}</h2>
        <p>
          {fill(words.options.signedIn, {
            name: operator.name,
            role: words.console.roles[operator.role],
            time: momentText(endsAt, clock.now(), speech),
          })}
        </p>
        <div class="lk-actions">
          <Button onPress={signOut}>{words.actions.signOut}</Button>
        </div>
      </div>
    </section>
  );
}

function LanguageChoice() {
  const { words } = useFullSpeech();
  const [chosen, setChosen] = useState<Language | null>(null);
  const id = useId();
  useEffect(() => void language.getValue().then(setChosen), []);
  return (
    <section class="lk-card">
      <div class="lk-card__body lk-field">
        <label for={id}>{words.options.language}</label>
        <select
          id={id}
          class="lk-select"
          value={chosen ?? ''}
          onChange={async (event) => {
            const picked = event.currentTarget.value;
            await language.setValue(picked === '' ? null : (picked as Language));
            location.reload();
          }}
        >
          <option value="">{words.options.languageAuto}</option>
          {(Object.keys(languages) as Language[]).map((key) => (
            <option key={key} value={key}>
              {words.options.languages[key]}
            </option>
          ))}
        </select>
      </div>
    </section>
  );
}
