import { fill } from '@latchkey/shared/words/fill';
import { useEffect, useMemo } from 'preact/hooks';
import { Button } from '../look/button.tsx';
import { ErrorBanner } from '../look/error-words.tsx';
import { FocusKept } from '../look/focus-kept.tsx';
import { Brand } from '../look/mark.tsx';
import { Banner, Waiting } from '../look/states.tsx';
import { useFullSpeech } from '../look/words.ts';
import { openSignInWindow, signInRedirectUri } from '../session/sign-in-window.ts';
import { useSurroundings } from '../session/surroundings.ts';
import { signInAtMicrosoft, type SignInRefusal } from './microsoft-sign-in.ts';
import { createSignInFlow } from './sign-in-flow.ts';

/** The page on which an operator signs in. `onDone` leads back to where they came from. */
export function SignInPage({ onDone }: { readonly onDone: () => Promise<void> }) {
  const surroundings = useSurroundings();
  const { api, configuration, platform } = surroundings;
  const { words } = useFullSpeech();
  const flow = useMemo(
    () =>
      createSignInFlow(surroundings, (signIn) =>
        signInAtMicrosoft({ signIn, redirectUri: signInRedirectUri(), openWindow: openSignInWindow }),
      ),
    [],
  );
  const state = flow.state.value;
  const provider = configuration.known.value.value?.providerName;
  useEffect(() => void configuration.refresh(), []);
  useEffect(() => {
    if (state.step === 'done') void onDone();
  }, [state.step]);
  const busy = state.step === 'at-microsoft' || state.step === 'checking';
  return (
    <main class="lkx-page">
      <Brand />
      <section class="lk-card">
        <div class="lk-card__body lkx-stack">
          <h1>{words.signIn.title}</h1>
          <p class="lk-soft">
            {provider === undefined ? words.signIn.textNoName : fill(words.signIn.text, { provider })}
          </p>
          {state.step === 'refused' && <Refusal refusal={state.refusal} />}
          {state.step === 'failed' && <ErrorBanner error={state.error} />}
          <FocusKept label={words.signIn.title} class="lkx-stack">
            <div role="status">
              {busy && <Waiting>{state.step === 'checking' ? words.signIn.checking : words.signIn.waiting}</Waiting>}
              {state.step === 'done' && (
                <p>{fill(words.signIn.done, { name: state.name, role: words.console.roles[state.role] })}</p>
              )}
            </div>
            {state.step === 'done' ? (
              <Button kind="primary" onPress={() => platform.openConsole('#/services')}>
                {words.signIn.toConsole}
              </Button>
            ) : (
              !busy && (
                <Button kind="primary" big onPress={() => flow.start()}>
                  {words.signIn.button}
                </Button>
              )
            )}
          </FocusKept>
          <p class="lk-hint">
            {fill(words.signIn.server, { origin: api.origin })}
            <span class="lk-sep" />
            <a
              href="/options.html"
              onClick={(event) => {
                event.preventDefault();
                void platform.openSettings();
              }}
            >
              {words.signIn.change}
            </a>
          </p>
        </div>
      </section>
    </main>
  );
}

function Refusal({ refusal: { why, code } }: { readonly refusal: SignInRefusal }) {
  const { words } = useFullSpeech();
  const { title, nextStep } = words.signIn[why];
  const tone = why === 'refused' ? 'action' : 'unreachable';
  return (
    <Banner tone={{ tone, icon: tone }} title={title} role="alert">
      <p>{nextStep}</p>
      {code !== null && (
        <p class="lk-hint">
          {words.signIn.code} <bdi class="lk-mono">{code}</bdi>
        </p>
      )}
    </Banner>
  );
}
