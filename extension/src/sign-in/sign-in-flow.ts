import { signal, type ReadonlySignal } from '@preact/signals';
import type { ClientError } from '../server-api/client-error.ts';
import type { Surroundings } from '../session/surroundings.ts';
import type { SignInOutcome, SignInRefusal } from './microsoft-sign-in.ts';

/** How far signing in has come. */
export type SignInState =
  | { readonly step: 'ready' }
  | { readonly step: 'at-microsoft' }
  | { readonly step: 'checking' }
  | { readonly step: 'done'; readonly name: string; readonly role: 'Admin' | 'Operator' | 'Monitor' }
  | { readonly step: 'refused'; readonly refusal: SignInRefusal }
  | { readonly step: 'failed'; readonly error: ClientError };

export interface SignInFlow {
  readonly state: ReadonlySignal<SignInState>;
  start(): Promise<void>;
}

type AtMicrosoft = (signIn: { authority: string; clientId: string; scope: string }) => Promise<SignInOutcome>;

/** Microsoft's token, then our own session in its place. The token is forgotten as soon as it was exchanged. */
export function createSignInFlow(surroundings: Surroundings, atMicrosoft: AtMicrosoft): SignInFlow {
  const { api, session, configuration } = surroundings;
  const state = signal<SignInState>({ step: 'ready' });

  async function start(): Promise<void> {
    state.value = { step: 'at-microsoft' };
    const known = await api.call('readConfiguration', {});
    if (!known.ok) return void (state.value = { step: 'failed', error: known.error });
    configuration.put(known.value, surroundings.clock.now());
    const signedIn = await atMicrosoft(known.value.signIn);
    if (!signedIn.ok) return void (state.value = { step: 'refused', refusal: signedIn.error });
    state.value = { step: 'checking' };
    const opened = await api.call('openSession', {}, { bearer: signedIn.token });
    if (!opened.ok) return void (state.value = { step: 'failed', error: opened.error });
    const { view } = opened.value;
    await session.keep({ session: opened.value.session, origin: api.origin, view });
    state.value = { step: 'done', name: view.operator.name, role: view.operator.role };
  }

  return { state, start };
}
