import type { ConsoleDoor } from '../console-data.ts';
import { send } from './api.ts';
import { choice, element, field } from './dom.ts';

/** The console's own sign-in: for practice, somebody of the provider, and no password. */
export function signInView({ provider, people }: ConsoleDoor, done: () => void): HTMLElement {
  const who = choice(people.map(({ name, username }) => [username, name]));
  const form = element(
    'form',
    { class: 'card narrow' },
    element('h1', {}, `${provider} console`),
    element('p', {}, 'This console is not what is practised, so it asks for no password.'),
    field('Sign in as', who),
    element('button', { type: 'submit', class: 'first' }, 'Sign in'),
  );
  const enter = async (): Promise<void> => {
    await send('POST', '/api/session', { username: who.value });
    done();
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void enter();
  });
  return element('main', { class: 'door' }, form);
}
